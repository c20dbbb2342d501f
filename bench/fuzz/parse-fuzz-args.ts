import { parseArgs } from 'node:util';

export const HELP = `usage: npm run -s fuzz -- [options]

Changes examples of what each parser reads, keeps what reaches new code, and changes that further. A parser, or what
is shown of what it read, may neither throw what it does not document, nor change a prototype, nor take long, nor let
anything act.

  --minutes M     minutes in all, shared by the targets (3)
  --runs N        texts for each target instead
  --seed S        what the changes follow from (1), and what V8 says of coverage, which varies a little
  --target NAME   only this one; may be given again
  --list          the names of the targets
  --replay FILE   try the text of one finding again

Each finding is made shorter and kept in .local/fuzz/, with the command that tries it again.

exit code: 0 nothing was found, 1 something was, 64 not understood, 70 a mistake of the fuzzer's own`;

export type FuzzArgs = {
  readonly minutes: number;
  readonly runs?: number; // instead of minutes
  readonly seed: number;
  readonly targets: readonly string[]; // none: all
  readonly replay?: string; // a file
  readonly list: boolean;
  readonly help: boolean;
};

/** Throws on whatever it does not know. */
export const parseFuzzArgs = (args: readonly string[]): FuzzArgs => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '3' },
      runs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      target: { type: 'string', multiple: true, default: [] },
      replay: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    minutes: above0('--minutes', values.minutes),
    ...(values.runs !== undefined && { runs: whole('--runs', above0('--runs', values.runs)) }),
    seed: whole('--seed', Number(values.seed)),
    targets: values.target,
    ...(values.replay !== undefined && { replay: values.replay }),
    list: values.list,
    help: values.help,
  };
};

const above0 = (name: string, text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new Error(`\`${name}\` is \`${text}\`, expected a number above zero`);
};

const whole = (name: string, value: number): number => {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`\`${name}\` is \`${value}\`, expected a whole number`);
};
