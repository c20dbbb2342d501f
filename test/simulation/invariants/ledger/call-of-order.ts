import type { Order } from '../../../../core/orders/order.ts';
import type { CallStep } from '../../steps/step.ts';

type Input = CallStep['input'];

const READS = /^(?:Head|Get|List)/;

export const isWrite = ({ service, name }: CallStep): boolean =>
  !READS.test(name) && !(service === 'kms' && name === 'DescribeKey');

const isAt = (input: Input, bucket: string, key: string): boolean =>
  input['Bucket'] === bucket && input['Key'] === key;

/** An order of a bucket without versions is about its `null` version, by whatever name once the bucket has versions. */
const isVersionOf = (named: unknown, { ref: { versionId } }: Order): boolean =>
  named === versionId || (versionId === undefined && named === 'null');

/** `x-amz-copy-source` as it names the exact version. */
const isFrom = (input: Input, order: Order): boolean => {
  const { ref } = order;
  const [path = '', version] = String(input['CopySource']).split('?versionId=');
  const named = version === undefined ? undefined : decodeURIComponent(version);
  return (
    decodeURIComponent(path) === `${ref.bucket}/${ref.key}` &&
    path.split('?').length === 1 &&
    isVersionOf(named, order)
  );
};

const isUnder = (input: Input, to: { algorithm: string; keyArn: string }): boolean =>
  input['ServerSideEncryption'] === to.algorithm && input['SSEKMSKeyId'] === to.keyArn;

const updates = (input: Input, order: Extract<Order, { kind: 'update-encryption' }>): boolean => {
  const { SSEKMS } = (input['ObjectEncryption'] ?? {}) as {
    SSEKMS?: { KMSKeyArn?: string; BucketKeyEnabled?: boolean };
  };
  return SSEKMS?.KMSKeyArn === order.to.keyArn && SSEKMS.BucketKeyEnabled === order.to.bucketKey;
};

const isOfCopy = (
  name: string,
  input: Input,
  order: Extract<Order, { kind: 'copy' | 'copy-in-parts' }>,
): boolean => {
  if (!isAt(input, order.ref.bucket, order.ref.key)) return false;
  switch (name) {
    case 'CopyObject':
      return isFrom(input, order) && isUnder(input, order.to);
    case 'CreateMultipartUpload':
      return isUnder(input, order.to);
    case 'UploadPartCopy':
      return isFrom(input, order);
    case 'CompleteMultipartUpload':
    case 'AbortMultipartUpload':
    case 'PutObjectAnnotation':
      return true;
    default:
      return false;
  }
};

const isInQuarantine = (input: Input, quarantine: string, order: Order): boolean =>
  input['Bucket'] === quarantine &&
  String(input['Key']).startsWith(`${order.ref.bucket}/${order.intentId}/`);

const isOfMove = (name: string, input: Input, quarantine: string, order: Order): boolean => {
  const { bucket, key } = order.ref;
  switch (name) {
    case 'DeleteObject': // the exact version, or with a precondition what is current
      return (
        isAt(input, bucket, key) &&
        (input['VersionId'] === undefined
          ? input['IfMatch'] !== undefined
          : isVersionOf(input['VersionId'], order))
      );
    case 'CopyObject':
    case 'UploadPartCopy':
      return isInQuarantine(input, quarantine, order) && isFrom(input, order);
    case 'CreateMultipartUpload':
    case 'CompleteMultipartUpload':
    case 'AbortMultipartUpload':
    case 'PutObjectAnnotation':
    case 'PutObject':
      return isInQuarantine(input, quarantine, order);
    default:
      return false;
  }
};

/** Whether a write is what this order asks for: its object, its version, its target, nothing else. */
export const isOfOrder = (
  { service, name, input }: CallStep,
  order: Order,
  quarantine: string,
): boolean => {
  const { bucket, key, versionId } = order.ref;
  if (service !== 's3') return false;
  const isVersion = isAt(input, bucket, key) && input['VersionId'] === versionId;
  switch (order.kind) {
    case 'update-encryption':
      return name === 'UpdateObjectEncryption' && isVersion && updates(input, order);
    case 'copy':
    case 'copy-in-parts':
      return isOfCopy(name, input, order);
    case 'isolate':
      return name === 'PutObject'
        ? isInQuarantine(input, quarantine, order)
        : name === 'PutObjectTagging' && isVersion;
    case 'move':
    default:
      return isOfMove(name, input, quarantine, order);
  }
};
