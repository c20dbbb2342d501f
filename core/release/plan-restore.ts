import { beginProgress } from '../copies/begin-progress.ts';
import type { AttributesReading } from '../copies/attributes-reading.ts';
import type { CopyProgress } from '../copies/copy-progress.ts';
import { wholeChecksum } from '../copies/carried.ts';
import { isOwnCopy } from '../copies/is-own-copy.ts';
import type { ObjectAttributes } from '../copies/object-attributes.ts';
import type { MoveManifest, Release } from '../quarantine/manifest.ts';
import { attributeDifferences } from './attribute-differences.ts';
import { type Choice, chooseEncryption } from './choose-encryption.ts';
import type { PolicyFacts } from './policy-facts.ts';
import { refuse, type ReleasePlan } from './release-plan.ts';
import { restoreTask } from './restore-task.ts';

export type RestoreFacts = PolicyFacts & {
  readonly manifest: MoveManifest;
  readonly release?: Release;
  readonly copy: AttributesReading; // the object in quarantine
  readonly destination: AttributesReading; // whatever is current where it was
  readonly progress?: CopyProgress; // of an earlier run of this release
};

/** Whether and how an object that was moved may be put back. Looks at what cannot be mended by a policy first. */
export const planRestore = (facts: RestoreFacts): ReleasePlan => {
  const { manifest, release, copy } = facts;
  if (release !== undefined) {
    return refuse('already-released', `${release.at} by ${release.by}: ${release.reason}`);
  }
  if (copy.kind !== 'attributes') {
    return refuse('copy-unreadable', copy.kind === 'gone' ? 'it is gone' : copy.words);
  }
  if (copy.attributes.archived) {
    return refuse('copy-archived');
  }
  const differences = attributeDifferences(manifest.source, copy.attributes, { acl: 'left' });
  if (differences.length > 0) {
    return refuse('copy-differs', differences.map(({ attribute }) => attribute).join(', '));
  }
  const choice = chooseEncryption(facts, manifest.source.encryption);
  return destinationTrouble(facts, copy.attributes, choice) ?? toPlan(choice, copy.attributes);
};

const toPlan = (choice: Choice, from: ObjectAttributes): ReleasePlan =>
  choice.kind === 'refused'
    ? choice
    : {
        kind: 'restore',
        from,
        encryption: choice.as.with,
        how: choice.how,
        verdict: choice.verdict,
      };

/** Nothing newer is ever buried. What an interrupted run has put there itself is not in its own way. */
const destinationTrouble = (
  { manifest, destination, progress }: RestoreFacts,
  from: ObjectAttributes,
  choice: Choice,
): ReleasePlan | undefined => {
  if (destination.kind === 'gone') {
    return undefined; // nothing, or a delete marker
  }
  if (destination.kind === 'unreadable') {
    return refuse('destination-unreadable', destination.words);
  }
  const there = destination.attributes;
  if (isSame(there, manifest.source)) {
    return refuse('not-moved-yet');
  }
  if (choice.kind === 'choice') {
    const task = restoreTask(manifest, from, choice.as.with);
    const expected = progress ?? beginProgress(task, new Date(0));
    if (isOwnCopy(there, task, expected)) {
      if (progress !== undefined) {
        return undefined; // the copy recognises itself, and is finished
      }
      if (isProven(there, from, manifest)) {
        const { versionId } = there.ref;
        const { verdict } = choice;
        return { kind: 'note', verdict, ...(versionId !== undefined && { versionId }) };
      }
    }
  }
  return refuse('destination-taken', there.lastModified.toISOString());
};

/** Without versions an object that was put back may have the ETag of old, but never its date. */
const isSame = (one: ObjectAttributes, other: ObjectAttributes): boolean =>
  one.ref.versionId === other.ref.versionId &&
  one.etag === other.etag &&
  one.lastModified.getTime() === other.lastModified.getTime();

/** The same bytes, not only the same length: files of one kind often share everything else. */
const isProven = (
  there: ObjectAttributes,
  from: ObjectAttributes,
  { source }: MoveManifest,
): boolean =>
  wholeChecksum(from.checksum) !== undefined &&
  wholeChecksum(from.checksum) === wholeChecksum(there.checksum) &&
  attributeDifferences(source, there, { acl: 'carried' }).length === 0;
