import type { CallStep, FunctionName, Invocation } from '../../steps/step.ts';
import type { BucketChange } from './changes.ts';

/** Who may change anything outside of the stack's own buckets, and by which call. */
const MAY: Readonly<Record<FunctionName, readonly string[]>> = {
  'judge-object': [],
  'close-dead-letter': [],
  'reencrypt-object': ['UpdateObjectEncryption'],
  'copy-object': [
    'CopyObject',
    'CreateMultipartUpload',
    'UploadPartCopy',
    'CompleteMultipartUpload',
    'AbortMultipartUpload',
    'PutObjectAnnotation',
  ],
  'quarantine-object': ['PutObjectTagging', 'DeleteObject'],
};

/** Only what the call names, and only where it was not refused. */
export const mayChange = (
  { name, input, result }: CallStep,
  by: Invocation,
  bucket: BucketChange,
): boolean =>
  result.kind === 'ok' &&
  bucket.name === input['Bucket'] &&
  bucket.settings.length === 0 &&
  MAY[by.function].includes(name) &&
  bucket.keys.every(({ key }) => key === input['Key']);
