import type { Copied } from '../../core/copies/copy-task.ts';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { OperatorOutcome } from '../../core/operator/operator-act.ts';
import type { MoveManifest } from '../../core/quarantine/manifest.ts';
import { attributeDifferences } from '../../core/release/attribute-differences.ts';
import type { ReleasePlan } from '../../core/release/release-plan.ts';
import { restoreTask } from '../../core/release/restore-task.ts';
import type { ReleasePorts } from './release-ports.ts';

type Ports = Pick<ReleasePorts, 'copyWhole' | 'readAttributes'>;

/** Puts a moved object back, and compares all of it with its manifest. The copy in quarantine stays. */
export const restoreObject = async (
  ports: Ports,
  manifest: MoveManifest,
  { from, encryption }: Extract<ReleasePlan, { kind: 'restore' | 'finish' }>,
  timeLeft: () => number,
): Promise<OperatorOutcome> => {
  const task = restoreTask(manifest, from, encryption);
  const copied = await ports.copyWhole(task, timeLeft);
  switch (copied.kind) {
    case 'copied':
      return verify(ports, manifest, copied);
    case 'unfinished':
      return { kind: 'unfinished', words: 'interrupted: run the same command again to go on' };
    case 'source-changed':
      return { kind: 'superseded', words: `the copy in quarantine was changed: ${copied.words}` };
    case 'destination-changed':
      return {
        kind: 'superseded',
        words: `somebody has written an object to its place meanwhile: ${copied.words}`,
      };
    case 'refused':
      return copied;
    default:
      return copied satisfies never;
  }
};

/** Reads what everybody reads there: an object that is not the current version is not back. */
const verify = async (
  { readAttributes }: Ports,
  { source }: MoveManifest,
  { versionId, etag }: Extract<Copied, { kind: 'copied' }>,
): Promise<OperatorOutcome> => {
  const { bucket, key } = source.ref;
  const reading = await readAttributes({ bucket, key });
  if (reading.kind === 'unreadable') {
    return { kind: 'failed', words: 'it was put back, and then could not be read' };
  }
  if (reading.kind === 'gone' || !isVersion(reading.attributes, versionId, etag)) {
    const found = reading.kind === 'gone' ? 'nothing is there' : 'another object is there';
    const words = `version \`${versionId ?? 'null'}\` is what was to be put back, but ${found}: look at it, then run it again`;
    return { kind: 'superseded', words };
  }
  const differences = attributeDifferences(source, reading.attributes, 'restored');
  if (differences.length > 0) {
    const names = differences.map(({ attribute }) => attribute).join(', ');
    return { kind: 'failed', words: `it was put back, but not as its manifest says: ${names}` };
  }
  const words = ownerNote(source, reading.attributes);
  return {
    kind: 'applied',
    ...(versionId !== undefined && { versionId }),
    ...(words !== undefined && { words }),
  };
};

/** Lists name the only version of an unversioned bucket `null`, and a HEAD gives it no name. */
const isVersion = (found: ObjectAttributes, versionId: string | undefined, etag: string): boolean =>
  (found.ref.versionId ?? 'null') === (versionId ?? 'null') && found.etag === etag;

/**
 * Whoever writes an object owns it, and no request can name another owner.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
const ownerNote = (before: ObjectAttributes, after: ObjectAttributes): string | undefined =>
  before.acl.owner === after.acl.owner
    ? undefined
    : `its owner was \`${before.acl.owner}\` and now is \`${after.acl.owner}\``;
