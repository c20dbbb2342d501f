// `npm run mutants`: puts one defect after the other into the product and counts the simulated runs until one sees it.
import { fileURLToPath } from 'node:url';
import { loadDefects } from './load-defects.ts';
import { MUTANTS_HELP, type MutantsArgs, parseMutantsArgs } from './parse-mutants-args.ts';
import { report } from './report.ts';
import { describe, type MutantsResult, runMutants } from './run-mutants.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXIT = { caught: 0, missed: 1, void: 2, misread: 64 } as const;

const show = (result: MutantsResult, { json }: MutantsArgs): number => {
  if (json) console.log(JSON.stringify(result));
  if (result.kind === 'void') {
    console.error(`void: the tree as it is must be clean first (${describe(result.answer)})`);
    return EXIT.void;
  }
  if (!json) console.log(report(result.tried).join('\n'));
  const isCaught = result.tried.every(({ answer }) => answer.kind === 'caught');
  return isCaught ? EXIT.caught : EXIT.missed;
};

// `exit` is what ends the simulators under way, and a signal alone does not come to it
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => process.exit(EXIT.void));

const readArgs = (): MutantsArgs | undefined => {
  try {
    return parseMutantsArgs(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${MUTANTS_HELP}`);
    return undefined;
  }
};

const main = async (): Promise<number> => {
  const args = readArgs();
  if (args === undefined) return EXIT.misread;
  if (args.help) {
    console.log(MUTANTS_HELP);
    return EXIT.caught;
  }
  const defects = await loadDefects(args.only);
  const tell = (line: string): void => console.error(line);
  return show(await runMutants(defects, { ...args, root: ROOT, tell }), args);
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = EXIT.void;
}
