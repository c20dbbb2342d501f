import type { OperatorOutcome } from '../../core/operator/operator-act.ts';
import type { IsolateManifest } from '../../core/quarantine/manifest.ts';
import { MARKER } from '../../core/quarantine/marker.ts';
import { canonicalJson } from '../../core/policy/canonical-json.ts';
import type { ReleasePlan } from '../../core/release/release-plan.ts';
import { withoutMarker } from '../../core/release/without-marker.ts';
import type { ReleasePorts } from './release-ports.ts';

type Ports = Pick<ReleasePorts, 'readVersionTags' | 'putVersionTags'>;

/**
 * Takes the marker off the exact version, and reads the tags back. S3 replaces the whole set without a precondition,
 * so they are read once more right before.
 */
export const unmarkObject = async (
  ports: Ports,
  { source: { ref } }: IsolateManifest,
  { tags }: Extract<ReleasePlan, { kind: 'unmark' }>,
): Promise<OperatorOutcome> => {
  const before = await ports.readVersionTags(ref);
  if (before.kind !== 'tags') {
    return notRead(before);
  }
  if (canonicalJson(withoutMarker(before.tags)) !== canonicalJson(tags)) {
    return { kind: 'superseded', words: 'its tags were changed meanwhile: run it again' };
  }
  if (!Object.hasOwn(before.tags, MARKER)) {
    return { kind: 'applied', words: 'the marker tag was gone already' };
  }
  const put = await ports.putVersionTags(ref, tags);
  if (put.kind !== 'done') {
    return notRead(put);
  }
  const after = await ports.readVersionTags(ref);
  return after.kind === 'tags' && canonicalJson(after.tags) === canonicalJson(tags)
    ? { kind: 'applied' }
    : { kind: 'failed', words: 'its tags are not what was written: somebody else writes them too' };
};

const notRead = (
  answer: Exclude<
    Awaited<ReturnType<Ports['readVersionTags'] | Ports['putVersionTags']>>,
    { kind: 'tags' | 'done' }
  >,
): OperatorOutcome => {
  switch (answer.kind) {
    case 'changed':
      return { kind: 'superseded', words: answer.words };
    case 'refused':
      return answer;
    case 'tags-unreadable':
      return { kind: 'refused', code: 'AccessDenied', words: answer.words };
    default:
      return answer satisfies never;
  }
};
