import { parseArgs } from 'node:util';

export type MutantsArgs = {
  readonly only: readonly string[]; // ids; none: all
  readonly runs: number; // simulated runs that each defect gets at most
  readonly seed: string; // of the first run
  readonly minutes: number; // that one simulator may take
  readonly simulator: string; // a script, from the top of the tree
  readonly json: boolean;
};

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
    },
  });
  return {
    only: values.only.flatMap((ids) => ids.split(',')).filter((id) => id !== ''),
    runs: wholeNumber('--runs', values.runs),
    seed: values.seed,
    minutes: wholeNumber('--minutes', values.minutes),
    simulator: values.simulator,
    json: values.json,
  };
};

const wholeNumber = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value <= 0) {
    throw new Error(`\`${name}\` is \`${text}\`, expected a whole number above zero`);
  }
  return value;
};
