import { parseArgs } from 'node:util';

export type MutantsArgs = {
  readonly only: readonly string[]; // ids; none: all
  readonly runs: number; // simulated runs that each defect gets at most
  readonly seed: string; // of the first run
  readonly minutes: number; // that one simulator may take
  readonly simulator: string; // a script, from the top of the tree
  readonly json: boolean;
  readonly help: boolean;
};

export const MUTANTS_HELP = `usage: npm run mutants -- [options]

Plants one defect after the other into a copy of the product, and counts the simulated runs until one is noticed.

  --only ID,...     these defects alone (all in test/mutants/defects)
  --runs N          runs that each defect gets at most (5000)
  --seed S          seed of the first run (1)
  --minutes N       that one simulator may take (10)
  --simulator FILE  another script to ask (test/simulation/main.ts)
  --json            JSON on standard output; progress stays on standard error

exit code: 0 all were caught, 1 one was not, 2 nothing can be said, as the product itself is not clean, 64 not understood`;

/** Throws on whatever it does not know. */
export const parseMutantsArgs = (args: readonly string[]): MutantsArgs => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      runs: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '10' },
      simulator: { type: 'string', default: 'test/simulation/main.ts' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    only: values.only.flatMap((ids) => ids.split(',')).filter((id) => id !== ''),
    runs: wholeNumber('--runs', values.runs),
    seed: values.seed,
    minutes: wholeNumber('--minutes', values.minutes),
    simulator: values.simulator,
    json: values.json,
    help: values.help,
  };
};

const wholeNumber = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value <= 0) {
    throw new Error(`\`${name}\` is \`${text}\`, expected a whole number above zero`);
  }
  return value;
};
