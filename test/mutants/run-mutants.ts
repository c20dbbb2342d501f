import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withLimit } from '../../app/with-limit.ts';
import type { Defect } from './defect.ts';
import type { MutantsArgs } from './parse-mutants-args.ts';
import { type Answer, readAnswer } from './read-answer.ts';
import type { Tried } from './report.ts';
import { runChild } from './run-child.ts';
import { makeScratchTree } from './scratch-tree.ts';

const AT_ONCE = 2; // simulators: each takes a core

export type MutantsResult =
  | { readonly kind: 'void'; readonly answer: Answer } // the tree as it is was not clean, so nothing can be said
  | { readonly kind: 'tried'; readonly tried: readonly Tried[] };

type Settings = Pick<MutantsArgs, 'runs' | 'seed' | 'minutes' | 'simulator'> & {
  readonly root: string;
  readonly tell: (line: string) => void; // progress
};

/** The tree as it is first, which must be clean for just as many runs; then each defect until a run sees it. */
export const runMutants = async (
  defects: readonly Defect[],
  settings: Settings,
): Promise<MutantsResult> => {
  const { root, runs, tell } = settings;
  const place = join(root, '.local', 'mutants');
  const asItIs = join(place, 'as-it-is'); // every defect is put into this one, whoever edits the checkout meanwhile
  await makeScratchTree(root, asItIs);
  tell(`the tree as it is: ${runs} runs`);
  const whole = await simulate(settings, asItIs);
  if (whole.kind !== 'clean' || whole.runs < runs) return { kind: 'void', answer: whole };

  let done = 0;
  const tried = await withLimit(defects, AT_ONCE, async (defect): Promise<Tried> => {
    const tree = join(place, defect.id);
    await makeScratchTree(asItIs, tree, defect);
    const answer = await simulate(settings, tree);
    // that of a defect that nobody saw stays, to be looked at
    if (answer.kind === 'caught') await rm(tree, { recursive: true });
    done += 1;
    tell(`${done}/${defects.length} ${defect.id}: ${describe(answer)}`);
    return { defect, answer };
  });
  return { kind: 'tried', tried };
};

const simulate = async (
  { runs, seed, minutes, simulator }: Settings,
  tree: string,
): Promise<Answer> => {
  const few = ['--runs', String(runs), '--seed', seed, '--threads', '1'];
  const args = [simulator, ...few, '--until-first', '--json'];
  return readAnswer(await runChild(args, { cwd: tree, milliseconds: minutes * 60_000 }));
};

export const describe = (answer: Answer): string => {
  switch (answer.kind) {
    case 'caught':
      return `caught after ${answer.runs} runs by ${answer.invariant} (seed ${answer.seed})`;
    case 'clean':
      return `nothing seen in ${answer.runs} runs`;
    case 'error':
      return `the simulator broke down: ${answer.words}`;
    default:
      return answer satisfies never;
  }
};
