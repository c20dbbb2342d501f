import type { Invocation } from '../../steps/step.ts';
import { COPIER, type Input, KEY, KEYS, MOVER, QUARANTINE, type Stage, underKms } from './stage.ts';

export const INTENT = 'e'.repeat(64);
export const MANIFEST = (bucket: string) => `${bucket}/${INTENT}/manifest.json`;
export const MOVED = (bucket: string) => `${bucket}/${INTENT}/object`;

export const put = (stage: Stage, Bucket: string, Body: string, input: Input = {}): void => {
  stage.call('user', 'PutObject', { Bucket, Key: KEY, Body: Buffer.from(Body), ...input });
};

const isVersioned = (stage: Stage, Bucket: string): boolean =>
  stage.model().buckets.get(Bucket)?.versioning !== undefined;

/** As the product names a version: none where there are no versions. */
export const ref = (stage: Stage, Bucket: string): Input => ({
  Bucket,
  Key: KEY,
  ...(isVersioned(stage, Bucket) && { VersionId: stage.current(Bucket).versionId }),
});

export const head = (stage: Stage, by: Invocation, Bucket: string): void => {
  stage.call(by, 'HeadObject', { Bucket, Key: KEY });
};

/** Everything of one version, as the writers read it. */
export const read = (stage: Stage, by: Invocation, place: Input): void => {
  for (const name of ['HeadObject', 'GetObjectTagging', 'GetObjectAcl', 'ListObjectAnnotations']) {
    stage.call(by, name, place);
  }
};

const sourceOf = ({ Bucket, Key, VersionId: id }: Input): string =>
  `${String(Bucket)}/${String(Key).split('/').map(encodeURIComponent).join('/')}${
    typeof id === 'string' ? `?versionId=${id}` : ''
  }`;

export const copyInput = (place: Input, input: Input = {}): Input => ({
  Bucket: place['Bucket'],
  Key: KEY,
  CopySource: sourceOf(place),
  ...underKms(KEYS.main),
  ...input,
});

/** A copy onto itself, in parts of eight bytes. */
export const beginUpload = (stage: Stage, place: Input, input: Input = {}): string => {
  const to = { Bucket: place['Bucket'], Key: KEY };
  const { result } = created(
    stage.call(COPIER, 'CreateMultipartUpload', { ...to, ...underKms(KEYS.main), ...input }),
  );
  const { Bucket } = place;
  const object = stage.current(String(Bucket));
  for (let number = 1; number * 8 <= object.bytes.length; number += 1) {
    stage.call(COPIER, 'UploadPartCopy', {
      ...to,
      UploadId: result.UploadId,
      PartNumber: number,
      CopySource: sourceOf(place),
      CopySourceRange: `bytes=${number * 8 - 8}-${number * 8 - 1}`,
    });
  }
  return result.UploadId;
};

const created = (answer: object) => ({
  result: (answer as { readonly output: { readonly UploadId: string } }).output,
});

export const complete = (stage: Stage, Bucket: string, UploadId: string): void => {
  const parts = stage.model().buckets.get(Bucket)?.uploads.get(UploadId)?.parts;
  const Parts = [...(parts?.values() ?? [])].map(({ number, etag }) => ({
    PartNumber: number,
    ETag: etag,
  }));
  const input = { Bucket, Key: KEY, UploadId, MultipartUpload: { Parts } };
  stage.call(COPIER, 'CompleteMultipartUpload', input);
};

/** The copy in quarantine with its manifest. */
export const keep = (
  stage: Stage,
  Bucket: string,
  { by = MOVER, ...changed }: Input & { readonly by?: Invocation } = {},
): void => {
  const place = ref(stage, Bucket);
  const { etag, lastModified, encryption, storageClass } = stage.current(Bucket);
  stage.call(by, 'CopyObject', {
    Bucket: QUARANTINE,
    Key: MOVED(Bucket),
    CopySource: sourceOf(place),
    StorageClass: storageClass,
    ...underKms(KEYS.quarantine),
    ...changed,
  });
  const source = {
    ref: {
      bucket: Bucket,
      key: KEY,
      ...('VersionId' in place && { versionId: place['VersionId'] }),
    },
    etag,
    lastModified: new Date(lastModified).toISOString(),
    encryption,
    acl: { grants: [] },
  };
  const copyEtag = stage.current(QUARANTINE, MOVED(Bucket)).etag;
  stage.call(by, 'PutObject', {
    Bucket: QUARANTINE,
    Key: MANIFEST(Bucket),
    Body: Buffer.from(JSON.stringify({ kind: 'move', copyEtag, source })),
    ...underKms(KEYS.quarantine),
  });
};

/** The marker on what is current, then the exact version; without versions just the object. */
export const remove = (stage: Stage, place: Input, etag: string): void => {
  const { Bucket, Key } = place;
  stage.call(MOVER, 'DeleteObject', { Bucket, Key, IfMatch: `"${etag}"` });
  if ('VersionId' in place) stage.call(MOVER, 'DeleteObject', place);
};
