import type { Upload } from '../cases/upload.ts';
import { readEnding } from '../check/ending.ts';
import { type ObjectName, takeSnapshot } from '../check/snapshot.ts';
import type { Traces } from '../check/trace.ts';
import { afterMs, waitUntil } from '../run/wait-until.ts';
import type { World } from '../world/world.ts';
import { targetOf } from '../cases/demo-case.ts';
import { compareReleased } from './compare-released.ts';
import type { ReleaseStory, TypedCommand } from './release-story.ts';
import { shorten } from './shorten.ts';

const REASON = 'SEC-907: the vendor confirmed that it may stay';
const EXIT_DUE = 1; // a dry run: something is to be done

type Typed = TypedCommand & { readonly problems: readonly string[] };
type Expected = { readonly code: number; readonly says: string };

/** Types one command line on the local AWS, as a person would. */
const type = async (
  { sealward, stack }: Pick<World, 'sealward' | 'stack'>,
  [subcommand, ...words]: readonly [string, ...string[]],
  expected: Expected,
): Promise<Typed> => {
  const args = ['quarantine', subcommand, ...words, '--stack', stack];
  const { code, stdout, stderr } = await sealward(args);
  const isGood = code === expected.code && stdout.includes(expected.says);
  const said = stderr.trim() || stdout.trim();
  return {
    args,
    lines: shorten(stdout, subcommand),
    problems: isGood ? [] : [`\`sealward ${args.join(' ')}\` answered ${code}: ${said}`],
  };
};

/** Puts one moved object back, with the command that people have for it, and compares it with what was put. */
export const releaseOne = async (
  world: World,
  traces: Traces,
  upload: Upload,
  { ms, signal }: { readonly ms: number; readonly signal: AbortSignal },
): Promise<ReleaseStory> => {
  const { records } = traces.of(upload);
  const { intentId = '' } =
    records.flatMap(({ unmapped }) => unmapped.sealward.intent ?? []).at(-1) ?? {};
  const id = intentId.slice(0, 12);
  const release = ['release', id, '--reason', REASON] as const;
  const commands = [
    await type(world, ['list'], { code: 0, says: id }),
    await type(world, ['show', id], { code: 0, says: 'as it was found' }),
    await type(world, release, { code: EXIT_DUE, says: 'nothing was changed' }),
    await type(world, [...release, '--apply'], { code: 0, says: 'released' }),
  ];
  const released = newest(world, upload);
  const problems = commands.flatMap((one) => one.problems);
  if (upload.before === undefined || released === undefined) {
    return {
      from: upload,
      commands,
      attributes: [],
      problems: [...problems, 'it did not come back'],
    };
  }
  const after = takeSnapshot(world.model.state(), released);
  const attributes = after === undefined ? [] : compareReleased(world, upload.before, after);
  await waitUntil(() => traces.of(released).finalAt !== undefined, afterMs(ms), signal);
  const ending = readEnding(traces.of(released).records);
  const wanted = targetOf(world.keys, 'evidence');
  return {
    from: upload,
    released,
    commands,
    attributes,
    problems: [
      ...problems,
      ...attributes
        .filter(({ same, mayDiffer }) => !same && !mayDiffer)
        .map(({ attribute, after: now }) => `${attribute} is not as it was: ${now}`),
      ...(JSON.stringify(after?.encryption) === JSON.stringify(wanted)
        ? []
        : [`is encrypted with ${JSON.stringify(after?.encryption)}`]),
      ...(ending?.how === 'compliant'
        ? []
        : [`was judged ${JSON.stringify(ending)} when it was back`]),
    ],
  };
};

/** What a plain GET finds now. */
const newest = ({ model }: World, { bucket, key }: ObjectName): ObjectName | undefined => {
  const found = takeSnapshot(model.state(), { bucket, key });
  const versionId = found?.rest['versionId'];
  return typeof versionId === 'string' ? { bucket, key, versionId } : undefined;
};
