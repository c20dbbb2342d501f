import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import { findVersion } from '../../../../local/model/s3/version-stack.ts';
import { MARKER } from '../../../../core/quarantine/marker.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Finding } from '../invariant.ts';
import { type BucketChange, shapeOf } from './changes.ts';
import { differing } from './content.ts';

type Entry = {
  readonly bucket: string;
  readonly key: string;
  readonly object: StoredObject;
  readonly isCopied: boolean; // our copy took its place: ETag and date are the copy's
};

const idOf = (bucket: string, key: string, versionId: string): string =>
  `${bucket}\n${versionId}\n${key}`;

/** Every version as users want it: what they wrote, with all that they changed since. */
export const createTruth = ({ start, ownBuckets, quarantineBucket }: Scenario) => {
  const entries = new Map<string, Entry>();
  const kept: StoredObject[] = []; // what moves have kept

  const set = (bucket: string, key: string, object: StoredObject, isCopied = false): void => {
    entries.set(idOf(bucket, key, object.versionId), { bucket, key, object, isCopied });
  };
  start.buckets.forEach(({ versions }, bucket) => {
    if (ownBuckets.includes(bucket)) return;
    versions.forEach((list, key) => {
      for (const version of list) if (version.kind === 'object') set(bucket, key, version);
    });
  });

  return {
    /** Whatever users do is right; and what AWS let us lose is counted once, as a window. */
    follow: ({ name, keys }: BucketChange): void => {
      for (const change of keys) {
        const { fresh, dropped } = shapeOf(change);
        for (const { versionId } of dropped) entries.delete(idOf(name, change.key, versionId));
        for (const version of fresh) {
          if (version.kind === 'object') set(name, change.key, version);
        }
      }
    },
    /** Our copy took the place of the only version. Its content was compared then. */
    replaced: (bucket: string, key: string, copy: StoredObject): void => {
      const entry = entries.get(idOf(bucket, key, copy.versionId));
      if (entry !== undefined) set(bucket, key, entry.object, true);
    },
    moved: (bucket: string, key: string, versionId: string, copy: StoredObject): void => {
      entries.delete(idOf(bucket, key, versionId));
      kept.push(copy);
    },
    atRest: (model: AwsModel, now: number): readonly Finding[] => {
      const findings: Finding[] = [];
      const say = (words: string): void => {
        findings.push({ kind: 'violation', invariant: 1, words: `at rest, ${words}` });
      };
      for (const entry of entries.values()) {
        const flaw = flawOf(model, entry, now);
        if (flaw !== undefined) {
          say(`s3://${entry.bucket}/${entry.key} (version ${entry.object.versionId}): ${flaw}`);
        }
      }
      const quarantine = model.buckets.get(quarantineBucket);
      for (const copy of kept) {
        const isThere = quarantine?.versions.some((versions) => versions.includes(copy)) === true;
        if (!isThere) say(`the quarantined copy ${copy.versionId} is gone`);
      }
      return findings;
    },
  };
};

const flawOf = (
  { buckets }: AwsModel,
  { bucket: name, key, object, isCopied }: Entry,
  now: number,
): string | undefined => {
  const bucket = buckets.get(name);
  const found = bucket && findVersion(bucket, key, object.versionId);
  if (bucket === undefined || found?.kind !== 'object') return 'it is gone';
  if (found === object) return undefined;
  const isTouched = found.etag !== object.etag || found.lastModified !== object.lastModified;
  if (isTouched && !isCopied) return 'it is another one';
  const one = { bucket, object: { ...object, tags: object.tags.delete(MARKER) } };
  const other = { bucket, object: { ...found, tags: found.tags.delete(MARKER) } };
  const differs = differing(one, other, now);
  return differs.length === 0 ? undefined : `it differs in ${differs.join(', ')}`;
};
