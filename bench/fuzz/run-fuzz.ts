import type { Parser } from '../../test/hostile/parser.ts';
import type { Coverage } from './coverage.ts';
import { crashOf } from './crash-of.ts';
import type { Finding } from './finding.ts';
import { fuzzTarget, LONGEST } from './fuzz-target.ts';
import type { FuzzArgs } from './parse-fuzz-args.ts';
import { shorten } from './shorten.ts';
import { endsWithin } from '../../test/hostile/ends-within.ts';

type Fuzzing = {
  readonly coverage: Coverage;
  readonly save: (finding: Finding) => string; // where to
  readonly tell: (line: string) => void;
};

/** What is wrong with a text, if anything; a text that does not end is ended. */
export const tryText = (target: Parser, text: string, longest = LONGEST): string | undefined => {
  let wrong: string | undefined;
  const ended = endsWithin(longest, () => {
    wrong = crashOf(target, text);
  });
  return ended ? wrong : `did not end within ${longest} ms`;
};

/** Fuzzes one target after the other, and answers how much was found. */
export const runFuzz = (
  targets: readonly Parser[],
  { minutes, runs, seed }: Pick<FuzzArgs, 'minutes' | 'runs' | 'seed'>,
  { coverage, save, tell }: Fuzzing,
): number => {
  const share = (minutes * 60_000) / targets.length; // ms
  const [width] = targets.map(({ name }) => name.length).toSorted((a, b) => b - a);
  const row = (name: string, cells: readonly (string | number)[]): void =>
    tell(name.padEnd(width ?? 0) + cells.map((cell) => String(cell).padStart(9)).join(''));
  let [all, findings] = [0, 0];
  row('target', ['texts', 'blocks', 'corpus', 'found']);
  for (const target of targets) {
    const end = performance.now() + share;
    const isOver = (done: number): boolean =>
      runs === undefined ? performance.now() >= end : done >= runs;
    const fuzzed = fuzzTarget(target, coverage, { seed, isOver });
    row(target.name, [fuzzed.runs, fuzzed.blocks, fuzzed.corpus, fuzzed.found.size]);
    for (const [wrong, text] of fuzzed.found) {
      const slow = wrong.includes(' ms'); // as it takes long each time, it stays as long as it is
      const kind = wrong.slice(0, 40);
      const short = slow ? text : shorten(text, (it) => tryText(target, it)?.slice(0, 40) === kind);
      const file = save({ target: target.name, wrong, text: short });
      tell(`  ${JSON.stringify(wrong)}: npm run -s fuzz -- --replay ${file}`);
    }
    all += fuzzed.runs;
    findings += fuzzed.found.size;
  }
  tell(`${all} texts from seed ${seed}, ${findings} ${findings === 1 ? 'finding' : 'findings'}`);
  return findings;
};
