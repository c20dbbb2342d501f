import type { LineCounter, Node } from 'yaml';
import { pathText, type Flaw, type Path } from './complaint.ts';

/** A flaw of the text itself, by offset in UTF-16 code units. */
export type Mistake = Flaw & { readonly offset: number; readonly path: string };

/** Offsets of one value and of the field that holds it; `source` is how a scalar was written. */
export type Place = { readonly value: number; readonly field?: number; readonly source?: string };

export const placeKey = (path: Path): string => JSON.stringify(path);

/** What is gathered while one document is read. */
export type Reading = {
  readonly lines: LineCounter;
  readonly places: Map<string, Place>; // by `placeKey`
  readonly mistakes: Mistake[];
  readonly anchors: Map<string, Node>;
  readonly open: Set<Node>; // being read now: an alias to one of them would never end
  expanding: number; // aliases that are being followed now
  aliases: number;
  nodes: number;
  stopped?: Mistake; // a limit was passed: nothing more is read
};

export type ReadNode = (reading: Reading, node: Node, path: Path, field?: number) => unknown;

/** No policy needs what passes a limit, so that nothing else of the file is worth a word. */
export const stop = (reading: Reading, offset: number, path: Path, message: string): undefined => {
  reading.stopped ??= { code: 'yaml-unsupported', message, offset, path: pathText(path) };
  return undefined;
};

/** Notes what is wrong; what is refused is read as `undefined`. */
export const refuse = (reading: Reading, offset: number, path: Path, flaw: Flaw): undefined => {
  reading.mistakes.push({ ...flaw, offset, path: pathText(path) });
  return undefined;
};
