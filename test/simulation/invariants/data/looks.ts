import type { Bucket } from '../../../../local/model/s3/bucket.ts';
import { findVersion } from '../../../../local/model/s3/version-stack.ts';
import type { Version } from '../../../../local/model/s3/stored-object.ts';
import type { CallStep, Invocation } from '../../steps/step.ts';
import { changesOf } from './changes.ts';

/** What an invocation was told of a key, as it was at that moment. */
export type Look = {
  readonly at: number; // number of the step
  readonly by: Invocation;
  readonly name: string;
  readonly isOfCurrent: boolean; // no version was named
  readonly version: Version | undefined;
  readonly versioning: Bucket['versioning'];
};

const READS: ReadonlySet<string> = new Set([
  'HeadObject',
  'GetObjectTagging',
  'GetObjectAcl',
  'ListObjectAnnotations',
  'GetObjectAnnotation',
  'GetBucketVersioning',
]);

/** A refusal tells too: that nothing is there, or (HEAD of an SSE-C object) that something is. */
const TELLING: ReadonlySet<number> = new Set([400, 404, 405]);

type Place = { readonly bucket: string; readonly key: string };
const idOf = ({ bucket, key }: Place): string => `${bucket}\n${key}`;
export const placeOf = ({ input }: Pick<CallStep, 'input'>): Place => ({
  bucket: String(input['Bucket']),
  key: typeof input['Key'] === 'string' ? input['Key'] : '',
});

/** Who looked at what, and when a user last changed it: a window is proven by these alone. */
export const createLooks = () => {
  const looks = new Map<string, Look[]>();
  const changed = new Map<string, number>();
  let at = 0;

  const look = (step: CallStep, by: Invocation): void => {
    const { name, input, result, before } = step;
    if (!step.answered || !READS.has(name) || input['PartNumber'] !== undefined) return;
    if (result.kind === 'error' && !TELLING.has(result.status)) return;
    const place = placeOf(step);
    const bucket = before.buckets.get(place.bucket);
    if (bucket === undefined) return;
    const versionId = input['VersionId'] as string | undefined;
    const entry: Look = {
      at,
      by,
      name,
      isOfCurrent: versionId === undefined,
      version: place.key === '' ? undefined : findVersion(bucket, place.key, versionId),
      versioning: bucket.versioning,
    };
    const id = idOf(place);
    const earlier = looks.get(id);
    if (earlier === undefined) looks.set(id, [entry]);
    else earlier.push(entry);
  };

  const of = (place: Place): readonly Look[] => looks.get(idOf(place)) ?? [];

  return {
    /** The number of the step that is looked at now. */
    now: (): number => at + 1,
    /** Called after a step was judged. */
    note: (step: CallStep): void => {
      at += 1;
      if (step.by !== 'user') return look(step, step.by);
      for (const { name: bucket, keys, settings } of changesOf(step)) {
        for (const { key } of keys) changed.set(idOf({ bucket, key }), at);
        if (settings.length > 0) changed.set(idOf({ bucket, key: '' }), at);
      }
    },
    of,
    own: (step: CallStep, name: string, place: Place = placeOf(step)): readonly Look[] =>
      of(place).filter(
        (one) => step.by !== 'user' && one.name === name && one.by.id === step.by.id,
      ),
    judged: (place: Place): readonly Look[] =>
      of(place).filter((one) => one.name === 'HeadObject' && one.by.function === 'judge-object'),
    /** Whether a user has changed it since then. */
    changedSince: (place: Place, then: number): boolean => (changed.get(idOf(place)) ?? -1) > then,
  };
};

export type Looks = ReturnType<typeof createLooks>;
