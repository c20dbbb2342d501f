import { HOSTILE_JSON } from '../../test/hostile/hostile-json.ts';
import type { Parser } from '../../test/hostile/parser.ts';
import type { Coverage } from './coverage.ts';
import { crashOf } from './crash-of.ts';
import { mutate } from './mutate.ts';
import { randomFrom } from './random.ts';
import { endsWithin } from '../../test/hostile/ends-within.ts';

export type Fuzzed = {
  readonly runs: number; // texts tried
  readonly blocks: number; // of code that were reached
  readonly corpus: number; // texts that each reached something new, examples included
  readonly found: ReadonlyMap<string, string>; // what is wrong, and the shortest text that shows it
};

type Until = {
  readonly seed: number;
  readonly isOver: (runs: number) => boolean;
  readonly longest?: number;
};

const BATCH = 32; // asking for the coverage, and watching, costs as much as some texts
/** Milliseconds that a text may take before it counts as never ending. */
export const LONGEST = 10_000;

/** Keeps what reaches new code and changes it further, until it is over. */
export const fuzzTarget = (
  target: Parser,
  coverage: Coverage,
  { seed, isOver, longest = LONGEST }: Until,
): Fuzzed => {
  const random = randomFrom(seed);
  const corpus = [...target.seeds];
  const reached = new Set<string>();
  const found = new Map<string, string>();
  let runs = 0;
  let hangs = false; // each such text would cost as long again: one is enough to mend first

  const find = (wrong: string, text: string): void => {
    const kind = wrong.slice(0, 40); // the rest may quote the text
    const known = [...found].find(([other]) => other.startsWith(kind));
    if (known !== undefined && known[1].length <= text.length) return;
    if (known !== undefined) found.delete(known[0]);
    found.set(wrong, text);
  };
  const execute = (text: string): void => {
    runs += 1;
    const wrong = crashOf(target, text);
    if (wrong !== undefined) find(wrong, text);
  };
  const executeAll = (texts: readonly string[]): void => {
    let at = 0;
    while (at < texts.length && !hangs) {
      const ended = endsWithin(longest, () => {
        for (; at < texts.length; at += 1) execute(texts[at] ?? '');
      });
      if (ended) return;
      const text = texts[at] ?? ''; // it, or all before it together, took so long
      at += 1;
      if (!endsWithin(longest, () => crashOf(target, text))) {
        find(`did not end within ${longest} ms`, text);
        hangs = true;
      }
    }
  };
  const isNew = (): boolean => {
    const before = reached.size;
    coverage.take().forEach((block) => reached.add(block));
    return reached.size > before;
  };

  const isDone = (): boolean => hangs || isOver(runs);
  const keepNew = (texts: readonly string[]): void => {
    for (const text of texts) {
      executeAll([text]);
      if (isNew()) corpus.push(text);
    }
  };

  coverage.take();
  executeAll(corpus);
  isNew();
  keepNew(HOSTILE_JSON); // whole texts, which changes of an example seldom come to
  while (!isDone()) {
    const batch = Array.from({ length: BATCH }, () => mutate(corpus, random));
    executeAll(batch);
    const ran = coverage.take();
    if (![...ran].some((block) => !reached.has(block))) continue;
    keepNew(batch);
    ran.forEach((block) => reached.add(block)); // what ran only once in the batch
  }
  return { runs, blocks: reached.size, corpus: corpus.length, found };
};
