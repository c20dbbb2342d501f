// `npm run fuzz`: coverage-guided fuzzing of every parser, and of what is shown of what they read.
import { join, relative } from 'node:path';
import type { Parser } from '../../test/hostile/parser.ts';
import { startCoverage } from './coverage.ts';
import { type Finding, readFinding, saveFinding } from './finding.ts';
import { type FuzzArgs, HELP, parseFuzzArgs } from './parse-fuzz-args.ts';
import { runFuzz, tryText } from './run-fuzz.ts';

const FOLDER = join(import.meta.dirname, '../../.local/fuzz');
const EXIT = { nothing: 0, found: 1, notUnderstood: 64, failed: 70 } as const;

const coverage = startCoverage(); // before what it is to see is imported
const tell = (line: string): void => console.log(line);

const loadTargets = async (): Promise<readonly Parser[]> => {
  const { PARSERS } = await import('../../test/hostile/parsers.ts');
  const { RENDERERS } = await import('../../test/hostile/renderers.ts');
  return [...PARSERS, ...RENDERERS];
};

const named = (all: readonly Parser[], name: string): Parser => {
  const target = all.find((one) => one.name === name);
  if (target === undefined) throw new Error(`there is no target \`${name}\`: see \`--list\``);
  return target;
};

type Asked = FuzzArgs & { readonly chosen: readonly Parser[]; readonly finding?: Finding };

/** What was asked, `undefined` where it is not understood. */
const understand = (all: readonly Parser[]): Asked | undefined => {
  try {
    const args = parseFuzzArgs(process.argv.slice(2));
    const finding = args.replay === undefined ? undefined : readFinding(args.replay);
    const names = finding === undefined ? args.targets : [finding.target];
    const chosen = names.length === 0 ? all : names.map((name) => named(all, name));
    return { ...args, chosen, ...(finding !== undefined && { finding }) };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return undefined;
  }
};

const replay = (target: Parser, { text }: Finding): number => {
  const wrong = tryText(target, text);
  tell(
    wrong === undefined
      ? `${target.name} takes it by now`
      : `${target.name}: ${JSON.stringify(wrong)}`,
  );
  return wrong === undefined ? EXIT.nothing : EXIT.found;
};

const save = (finding: Finding): string => relative(process.cwd(), saveFinding(FOLDER, finding));

const main = async (): Promise<number> => {
  const all = await loadTargets();
  const asked = understand(all);
  if (asked === undefined) return EXIT.notUnderstood;
  const { chosen, finding } = asked;
  if (asked.help || asked.list) {
    tell(asked.help ? HELP : all.map(({ name }) => name).join('\n'));
    return EXIT.nothing;
  }
  const [first] = chosen;
  if (finding !== undefined && first !== undefined) return replay(first, finding);
  return runFuzz(chosen, asked, { coverage, save, tell }) === 0 ? EXIT.nothing : EXIT.found;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error); // Node would end with 1, which here means that something was found
  process.exitCode = EXIT.failed;
}
