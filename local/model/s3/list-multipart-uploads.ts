// Uploads under way, by key and then by age.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { formEncodeKey } from '../events/form-encode-key.ts';
import { ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { showInitiator } from './initiator.ts';
import type { MultipartUpload } from './multipart-upload.ts';
import { MAX_PAGE, takePage } from './page.ts';
import type { InputOf, S3Handler } from './scope.ts';
import { compareKeys } from './sorted-keys.ts';

type ListInput = InputOf<'ListMultipartUploads'>;

const inOrder = (a: MultipartUpload, b: MultipartUpload): number =>
  compareKeys(a.key, b.key) || a.initiatedAt - b.initiatedAt || compareKeys(a.uploadId, b.uploadId);

/** The markers name the last upload told; without an upload marker its whole key has been told. */
const afterMarkers = (
  uploads: readonly MultipartUpload[],
  { KeyMarker: key = '', UploadIdMarker: id }: ListInput,
): readonly MultipartUpload[] => {
  const at = uploads.findIndex((upload) => upload.key === key && upload.uploadId === id);
  return at >= 0
    ? uploads.slice(at + 1)
    : uploads.filter((upload) => compareKeys(upload.key, key) > 0);
};

const groupOf = (
  key: string,
  prefix: string,
  delimiter: string | undefined,
): string | undefined => {
  const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
  return delimiter && cut >= 0 ? key.slice(0, cut + delimiter.length) : undefined;
};

const showUpload = (upload: MultipartUpload, spell: (text: string) => string): S3.MultipartUpload =>
  withoutUndefined({
    UploadId: upload.uploadId,
    Key: spell(upload.key),
    Initiated: new Date(upload.initiatedAt),
    StorageClass: upload.template.storageClass as S3.StorageClass,
    ...showInitiator(upload),
    ChecksumAlgorithm: upload.checksumAlgorithm,
    ChecksumType: upload.checksumType,
  });

export const listMultipartUploads: S3Handler<'ListMultipartUploads'> = (
  { model, bucket },
  input,
) => {
  const prefix = input.Prefix ?? '';
  const all = [...bucket.uploads.values()]
    .filter(({ key }) => key.startsWith(prefix))
    .toSorted(inOrder);
  const max = Math.min(input.MaxUploads ?? MAX_PAGE, MAX_PAGE);
  const { page, truncated } = takePage(afterMarkers(all, input), max);
  const spell = input.EncodingType === 'url' ? formEncodeKey : (text: string) => text;
  const groups = new Set(page.flatMap(({ key }) => groupOf(key, prefix, input.Delimiter) ?? []));
  const last = truncated ? page.at(-1) : undefined;
  const output = {
    Bucket: bucket.name,
    KeyMarker: spell(input.KeyMarker ?? ''),
    UploadIdMarker: input.UploadIdMarker ?? '',
    NextKeyMarker: last === undefined ? undefined : spell(last.key),
    NextUploadIdMarker: last?.uploadId,
    Prefix: spell(prefix),
    Delimiter: input.Delimiter,
    EncodingType: input.EncodingType,
    MaxUploads: max,
    IsTruncated: truncated,
    Uploads: page
      .filter(({ key }) => groupOf(key, prefix, input.Delimiter) === undefined)
      .map((upload) => showUpload(upload, spell)),
    CommonPrefixes: [...groups].map((group) => ({ Prefix: spell(group) })),
  };
  return ok(model, withoutUndefined(output));
};
