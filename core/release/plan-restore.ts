import type { AttributesReading } from '../copies/attributes-reading.ts';
import type { CopyProgress } from '../copies/copy-progress.ts';
import type { ObjectAttributes } from '../copies/object-attributes.ts';
import type { BucketVersioning } from '../orders/plan-facts.ts';
import type { MoveManifest, Release } from '../quarantine/manifest.ts';
import { attributeDifferences } from './attribute-differences.ts';
import { type Choice, chooseEncryption } from './choose-encryption.ts';
import { planFromThere } from './plan-from-there.ts';
import type { PolicyFacts } from './policy-facts.ts';
import { refuse, type ReleasePlan } from './release-plan.ts';
import type { Restored } from './restored.ts';

export type RestoreFacts = PolicyFacts & {
  readonly manifest: MoveManifest;
  readonly release?: Release;
  readonly restored?: Restored; // by an earlier run of this release
  readonly copy: AttributesReading; // the object in quarantine
  readonly destination: AttributesReading; // whatever is current where it was
  readonly versioning: BucketVersioning; // of the bucket where it was
  readonly progress?: CopyProgress; // of an earlier run of this release
};

/** Whether and how an object that was moved may be put back. Looks at what cannot be mended by a policy first. */
export const planRestore = (facts: RestoreFacts): ReleasePlan => {
  const { manifest, release, copy, destination } = facts;
  if (release !== undefined) {
    return refuse('already-released', `${release.at} by ${release.by}: ${release.reason}`);
  }
  if (copy.kind !== 'attributes') {
    return refuse('copy-unreadable', copy.kind === 'gone' ? 'it is gone' : copy.words);
  }
  if (copy.attributes.archived) {
    return refuse('copy-archived');
  }
  if (manifest.copyEtag !== undefined && manifest.copyEtag !== copy.attributes.etag) {
    return refuse('copy-differs', 'ETag');
  }
  const differences = attributeDifferences(manifest.source, copy.attributes, 'in-quarantine');
  if (differences.length > 0) {
    return refuse('copy-differs', differences.map(({ attribute }) => attribute).join(', '));
  }
  const choice = chooseEncryption(facts, manifest.source.encryption);
  switch (destination.kind) {
    case 'gone': // nothing, or a delete marker
      return versioningTrouble(facts) ?? toPlan(choice, copy.attributes);
    case 'unreadable':
      return refuse('destination-unreadable', destination.words);
    case 'attributes':
      return planFromThere(facts, copy.attributes, destination.attributes, choice);
    default:
      return destination satisfies never;
  }
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

/**
 * While versioning is suspended every write becomes the version `null`, and the one that had this id is lost. A
 * delete marker on top does not keep a write out that asks for nothing to be there.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/AddingObjectstoVersionSuspendedBuckets.html
 */
const versioningTrouble = ({ versioning }: RestoreFacts): ReleasePlan | undefined => {
  if (versioning.kind === 'versioning-unreadable') {
    return refuse('versioning-unreadable', versioning.words);
  }
  return versioning.status === 'suspended' ? refuse('versioning-suspended') : undefined;
};
