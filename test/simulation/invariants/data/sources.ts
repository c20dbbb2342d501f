import { findVersion } from '../../../../local/model/s3/version-stack.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import type { CallStep } from '../../steps/step.ts';
import { isSameUpload, type Held } from './content.ts';
import { placeOf } from './looks.ts';

/** The version that a copy was made from. */
export type Source = Held & {
  readonly key: string;
  readonly isThere: boolean; // as it is just before the copy; else as it was when its parts were copied
};

type Upload = { readonly source?: Source; readonly isMixed: boolean };

const SEPARATOR = '?versionId=';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html#API_CopyObject_RequestSyntax */
const readSource = (model: AwsModel, header: unknown): Source | undefined => {
  const [path = '', versionId] = String(header).split(SEPARATOR);
  const slash = path.indexOf('/');
  const bucket = model.buckets.get(path.slice(0, slash));
  if (bucket === undefined) return undefined;
  const key = decodeURIComponent(path.slice(slash + 1));
  const id = versionId === undefined ? undefined : decodeURIComponent(versionId);
  const object = findVersion(bucket, key, id);
  return object?.kind === 'object' ? { bucket, key, object, isThere: true } : undefined;
};

/** Uploads that we began, and what their parts were copied from. */
export const createSources = () => {
  const uploads = new Map<string, Upload>();

  const ofUpload = (step: CallStep): Source | undefined => {
    const upload = uploads.get(String(step.input['UploadId']));
    const source = upload?.source;
    if (source === undefined || upload?.isMixed === true) return undefined;
    const bucket = step.before.buckets.get(source.bucket.name);
    const now = bucket && findVersion(bucket, source.key, source.object.versionId);
    return bucket !== undefined && now?.kind === 'object' && isSameUpload(now, source.object)
      ? { ...source, bucket, object: now }
      : { ...source, isThere: false };
  };

  return {
    note: (step: CallStep): void => {
      const { by, name, input, result } = step;
      if (by === 'user' || result.kind !== 'ok') return;
      if (name === 'CreateMultipartUpload') {
        const { UploadId } = result.output as { readonly UploadId?: string };
        uploads.set(String(UploadId), { isMixed: false });
      } else if (name === 'UploadPartCopy') {
        const id = String(input['UploadId']);
        const earlier = uploads.get(id);
        const source = readSource(step.before, input['CopySource']);
        if (earlier === undefined || source === undefined) return;
        const isMixed =
          earlier.isMixed ||
          (earlier.source !== undefined && !isSameUpload(earlier.source.object, source.object));
        uploads.set(id, { source, isMixed });
      }
    },
    isOurs: (uploadId: string): boolean => uploads.has(uploadId),
    /** What CopyObject or CompleteMultipartUpload makes its copy from; undefined where that is no one version. */
    of: (step: CallStep): Source | undefined =>
      step.name === 'CopyObject'
        ? readSource(step.before, step.input['CopySource'])
        : ofUpload(step),
  };
};

export type Sources = ReturnType<typeof createSources>;

export const isCopy = ({ name }: CallStep): boolean =>
  name === 'CopyObject' || name === 'CompleteMultipartUpload';

/** Whether it was made onto the very key that it was made from. */
export const isOntoItself = (step: CallStep, { bucket, key }: Source): boolean => {
  const to = placeOf(step);
  return bucket.name === to.bucket && key === to.key;
};
