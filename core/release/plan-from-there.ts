import { beginProgress, isNoteOf } from '../copies/begin-progress.ts';
import type { CopyProgress } from '../copies/copy-progress.ts';
import { wholeChecksum } from '../copies/carried.ts';
import type { EncryptWith } from '../copies/copy-task.ts';
import { isOwnCopy } from '../copies/is-own-copy.ts';
import type { ObjectAttributes } from '../copies/object-attributes.ts';
import { ownEvidence } from '../copies/own-evidence.ts';
import type { MoveManifest } from '../quarantine/manifest.ts';
import { attributeDifferences } from './attribute-differences.ts';
import type { Choice } from './choose-encryption.ts';
import { judgeAs, type PolicyFacts } from './policy-facts.ts';
import { refuse, type ReleasePlan } from './release-plan.ts';
import { asItWas } from './restorable-as.ts';
import { restoreTask } from './restore-task.ts';
import type { Restored } from './restored.ts';

type Facts = PolicyFacts & {
  readonly manifest: MoveManifest;
  readonly restored?: Restored;
  readonly progress?: CopyProgress;
};

/**
 * What to do where something is at the place already. What an interrupted run has put there is finished or noted,
 * whatever the policy says by now: it is judged like every object. Nothing newer is ever buried.
 */
export const planFromThere = (
  facts: Facts,
  from: ObjectAttributes,
  there: ObjectAttributes,
  choice: Choice,
): ReleasePlan => {
  const { manifest, restored, progress } = facts;
  if (isSame(there, manifest.source)) {
    return refuse('not-moved-yet');
  }
  const verdict = judgeAs(facts, there.encryption);
  const encryption = asItWas(there.encryption)?.with;
  if (encryption !== undefined && isBegun(manifest, from, there, encryption, progress)) {
    return { kind: 'finish', from, encryption, there, verdict };
  }
  const isNoted = restored !== undefined && isVersion(there, restored);
  if (isNoted || (choice.kind === 'choice' && isProven(manifest, from, there, choice.as.with))) {
    return planNote(manifest, there, verdict);
  }
  return refuse('destination-taken', `${there.lastModified.toISOString()}${wasThere(restored)}`);
};

const planNote = (
  { source }: MoveManifest,
  there: ObjectAttributes,
  verdict: ReturnType<typeof judgeAs>,
): ReleasePlan => {
  const differences = attributeDifferences(source, there, 'restored');
  if (differences.length > 0) {
    return refuse('restored-differs', differences.map(({ attribute }) => attribute).join(', '));
  }
  const { versionId } = there.ref;
  return { kind: 'note', verdict, ...(versionId !== undefined && { versionId }) };
};

const wasThere = (restored: Restored | undefined): string => {
  if (restored === undefined) return '';
  const { at, versionId } = restored;
  return `; an earlier run put it back at ${at}${versionId === undefined ? '' : ` as version \`${versionId}\``}, and it was overwritten since`;
};

/** Without versions an object that was put back may have the ETag of old, but never its date. */
const isSame = (one: ObjectAttributes, other: ObjectAttributes): boolean =>
  one.ref.versionId === other.ref.versionId &&
  one.etag === other.etag &&
  one.lastModified.getTime() === other.lastModified.getTime();

const isVersion = ({ ref, etag }: ObjectAttributes, restored: Restored): boolean =>
  ref.versionId === restored.versionId && etag === restored.etag;

/** Whether it is what the copy under way was to make: then the copy recognises itself, and is finished. */
const isBegun = (
  manifest: MoveManifest,
  from: ObjectAttributes,
  there: ObjectAttributes,
  encryption: EncryptWith,
  progress: CopyProgress | undefined,
): boolean => {
  const task = restoreTask(manifest, from, encryption);
  return (
    progress !== undefined &&
    isNoteOf(progress, task) &&
    ownEvidence(there, task, progress) !== 'none'
  );
};

/** The same bytes, not only the same length: files of one kind often share everything else. */
const isProven = (
  manifest: MoveManifest,
  from: ObjectAttributes,
  there: ObjectAttributes,
  encryption: EncryptWith,
): boolean => {
  const task = restoreTask(manifest, from, encryption);
  return (
    wholeChecksum(from.checksum) !== undefined &&
    wholeChecksum(from.checksum) === wholeChecksum(there.checksum) &&
    attributeDifferences(manifest.source, there, 'restored').length === 0 &&
    isOwnCopy(there, task, beginProgress(task, new Date(0)))
  );
};
