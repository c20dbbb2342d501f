import { isScalar, LineCounter, parseDocument } from 'yaml';
import { readNodes } from './read-nodes.ts';
import type { Mistake, Place } from './reading.ts';
import { syntaxMistakes } from './syntax-mistakes.ts';

const MAX_BYTES = 1024 * 1024;

/** A YAML or JSON file as plain data, and where each piece of it stands. */
export type PolicyDocument = {
  readonly file: string;
  readonly lines: LineCounter;
  readonly mistakes: readonly Mistake[];
  readonly readable?: {
    readonly data: unknown; // whatever the mistakes left: worth checking further
    readonly places: ReadonlyMap<string, Place>; // by `placeKey`
  };
};

/** Reads one YAML 1.2 document (so JSON too). `whenEmpty` tells people how to get a first one. */
export const readDocument = (text: string, file: string, whenEmpty: string): PolicyDocument => {
  const lines = new LineCounter();
  const unreadable = (...mistakes: readonly Mistake[]) => ({ file, lines, mistakes });
  if (Buffer.byteLength(text) > MAX_BYTES) {
    const message = `the file has ${Buffer.byteLength(text)} bytes, more than ${MAX_BYTES}`;
    return unreadable({ code: 'too-large', offset: 0, path: '', message });
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core', // dates, `yes` and `012` stay as in YAML 1.2, whatever a directive says
    uniqueKeys: false, // ours names the earlier line, and takes no quadratic time
  });
  if (document.errors.length > 0) {
    return unreadable(...syntaxMistakes(text, document));
  }
  if (document.directives.yaml.explicit === true) {
    const message = 'YAML directives are not supported, remove the line';
    return unreadable({ code: 'yaml-unsupported', offset: text.search(/^%/m), path: '', message });
  }
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    const message = 'the file is empty';
    return unreadable({ code: 'empty-file', offset: 0, path: '', message, hint: whenEmpty });
  }
  return { file, lines, ...readNodes(root, lines) };
};
