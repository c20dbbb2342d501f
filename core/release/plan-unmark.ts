import type { Reading, TagReading } from '../objects/object-facts.ts';
import type { IsolateManifest, Release } from '../quarantine/manifest.ts';
import { MARKER } from '../quarantine/marker.ts';
import { judgeAs, type PolicyFacts } from './policy-facts.ts';
import { refuse, type ReleasePlan } from './release-plan.ts';
import { withoutMarker } from './without-marker.ts';

export type UnmarkFacts = Omit<PolicyFacts, 'objectTags'> & {
  readonly manifest: IsolateManifest;
  readonly release?: Release;
  readonly object: Reading; // the exact version that was isolated, as it is now
  readonly tags: TagReading; // of that version, as they are now
};

/** Whether an isolated object may lose its marker: only where the policy has nothing against it as it is now. */
export const planUnmark = (facts: UnmarkFacts): ReleasePlan => {
  const { manifest, release, object, tags } = facts;
  if (object.kind === 'gone') {
    return refuse('source-gone');
  }
  if (object.kind === 'unreadable') {
    return refuse('source-unreadable', object.words ?? object.cause);
  }
  if (isOther(manifest, object.etag)) {
    return refuse('source-changed');
  }
  if (tags.kind === 'tags-unreadable') {
    return refuse('source-unreadable', tags.words);
  }
  const kept = withoutMarker(tags.tags);
  const marked = Object.hasOwn(tags.tags, MARKER);
  if (release !== undefined && !marked) {
    return refuse('already-released', `${release.at} by ${release.by}: ${release.reason}`);
  } // with the marker it was isolated once more, by the same policy and so under the same intent
  const verdict = judgeAs(
    { ...facts, objectTags: { kind: 'tags', tags: kept } },
    object.encryption,
  );
  switch (verdict.kind) {
    case 'compliant':
    case 'exempt':
      return { kind: 'unmark', tags: kept, marked, verdict };
    case 'violation':
      return refuse('violation', undefined, verdict);
    case 'indeterminate':
      return refuse('undecided', undefined, verdict);
    case 'gone':
      throw new Error('an object that was read cannot be gone');
    default:
      return verdict satisfies never;
  }
};

/** A version id is never given twice, but for `null`, whose object is overwritten in place. */
const isOther = ({ source }: IsolateManifest, etag: string | undefined): boolean =>
  (source.ref.versionId ?? 'null') === 'null' &&
  source.etag !== undefined &&
  etag !== undefined &&
  source.etag !== etag;
