import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { playInThreads } from './engine/play-in-threads.ts';
import { explainChoices, explainFirst } from './report/explain-first.ts';
import { showPlayed, showWindows } from './report/show-played.ts';

const HELP = `usage: npm run -s simulate -- [options]

Runs Sealward's functions in a simulated AWS, with faults, and checks the thirteen invariants at every step.

  --runs N         how many runs (1000)
  --seed S         seed of the first; each run has the next one (1)
  --until-first    stop at the first violation
  --choices LIST   one run with exactly these choices, shown step by step
  --threads N      as many as there are cores, unless said
  --json           JSON, and nothing else: a violation is told, not explained

exit code: 0 nothing was violated, 1 something was, 64 not understood`;

const options = {
  runs: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '1' },
  'until-first': { type: 'boolean', default: false },
  choices: { type: 'string' },
  threads: { type: 'string', default: String(availableParallelism()) },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const whole = (name: string, text: string, least: number): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) {
    throw new Error(`\`--${name}\` is \`${text}\`, expected a whole number from ${least}`);
  }
  return value;
};

const readOptions = () => {
  const { values } = parseArgs({ options });
  return {
    ...values,
    runs: whole('runs', values.runs, 1),
    seed: whole('seed', values.seed, 0),
    threads: whole('threads', values.threads, 1),
    choices: values.choices?.split(',').map((one) => whole('choices', one, 0)),
  };
};

const simulate = async (asked: ReturnType<typeof readOptions>): Promise<number> => {
  const { runs, seed, threads } = asked;
  let done = 0;
  const shows = process.stderr.isTTY && !asked.json;
  const progress = (more: number): void => {
    done += more;
    if (shows) process.stderr.write(`\r${done} of ${runs} runs`);
  };
  const share = { runs, seed, untilFirst: asked['until-first'] };
  const played = await playInThreads(share, threads, progress);
  if (shows) process.stderr.write('\r\u001b[K');
  if (played.first !== undefined && !asked.json) {
    console.log(`${await explainFirst(played.first)}\n`);
  }
  console.log(
    asked.json ? JSON.stringify(played) : `${showWindows(played)}\n${showPlayed(played)}`,
  );
  return played.violations === 0 ? 0 : 1;
};

const main = async (): Promise<number> => {
  let asked: ReturnType<typeof readOptions>;
  try {
    asked = readOptions();
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return 64;
  }
  if (asked.help) {
    console.log(HELP);
    return 0;
  }
  if (asked.choices !== undefined) {
    const told = await explainChoices(asked.choices, 'the choices given');
    console.log(told);
    return told.startsWith('no violation') ? 0 : 1;
  }
  return simulate(asked);
};

process.exitCode = await main();
