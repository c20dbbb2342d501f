import { describe, expect, it } from '@jest/globals';
import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';
import { createListAnnotations } from '../../../aws/copies/list-annotations.ts';
import { createReadAttributes } from '../../../aws/copies/read-attributes.ts';
import { createReadCopy } from '../../../aws/copies/read-copy.ts';
import { createVersionsOfKey } from '../../../aws/copies/versions-of-key.ts';
import { withVerbatimExpires } from '../../../aws/copies/with-verbatim-expires.ts';
import {
  createPutVersionTags,
  createReadVersionTags,
} from '../../../aws/quarantine/version-tags.ts';
import {
  createRemoveCurrent,
  createRemoveVersion,
} from '../../../aws/quarantine/remove-original.ts';
import { createReadKey, createReadRotation } from '../../../aws/read-key.ts';
import { createReadObject } from '../../../aws/read-object.ts';
import { createReadReplication } from '../../../aws/read-replication.ts';
import { createReadBucketTags, createReadObjectTags } from '../../../aws/read-tags.ts';
import { createReadVersioning } from '../../../aws/read-versioning.ts';
import { createUpdateObjectEncryption } from '../../../aws/update-object-encryption.ts';
import type { UpdateEncryption } from '../../../core/orders/order.ts';
import { createInProcessS3 } from '../../../local/front/in-process-s3.ts';
import type { Clients } from '../../../runtime/parts.ts';
import { createDirectClients } from './direct-clients.ts';
import { toException } from './errors.ts';

const ACCOUNT = '111122223333';
const TO = { algorithm: 'aws:kms', bucketKey: true } as const;
const NOW = Date.parse('2026-11-24T09:00:00Z');

/** One model, asked through the SDK with all its serialisers, and without them. */
const bothWays = () => {
  const { s3, kms, model } = createInProcessS3({ now: () => NOW });
  const direct = createDirectClients(async (service, name, input) => {
    const caller = { account: ACCOUNT, sourceIp: '127.0.0.1' };
    const result = model.call({ service: service as 's3', name, input, caller });
    if (result.kind === 'ok')
      return Promise.resolve({ output: { ...result.output }, status: result.status });
    throw toException(service, result);
  });
  const put = (name: string, input: object, service: 's3' | 'kms' | 'model' = 's3') => {
    const result = model.call({ service, name, input });
    if (result.kind !== 'ok') throw new Error(`${name}: ${result.message}`);
    return result.output as Record<string, string>;
  };
  const { KeyMetadata } = put('CreateKey', {}, 'kms') as unknown as {
    KeyMetadata: { Arn: string };
  };
  const Bucket = 'bucket-b';
  put('CreateBucket', { Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } });
  put('PutBucketVersioning', { Bucket, VersioningConfiguration: { Status: 'Enabled' } });
  const Key = 'a b/ü+%2F?versionId=x';
  const first = put('PutObject', {
    Bucket,
    Key,
    Body: Buffer.from('one'),
    Metadata: { owner: 'zoë', note: '=1' },
    ExpiresString: '-1',
    ContentType: 'text/csv',
    Tagging: 'team=pay',
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: KeyMetadata.Arn,
    BucketKeyEnabled: true,
  });
  put('PutObjectAnnotation', {
    Bucket,
    Key,
    AnnotationName: 'n',
    AnnotationPayload: Buffer.from('x'),
  });
  put('DeleteObject', { Bucket, Key });
  put('PutObject', { Bucket, Key: 'plain', Body: Buffer.from('two') });
  const ref = { bucket: Bucket, key: Key, versionId: first['VersionId'] ?? '' };
  return { sdk: { s3, kms }, direct, model, ref, keyArn: KeyMetadata.Arn as never };
};

type Two = Pick<Clients, 's3' | 'kms'>;
type Made = ReturnType<typeof bothWays>;

const READS: Readonly<Record<string, (clients: Two, made: Made) => Promise<unknown>>> = {
  'an object': async ({ s3 }, { ref }) => createReadObject(s3, ACCOUNT)(ref),
  'what lies under a delete marker': async ({ s3 }, { ref }) =>
    createReadObject(s3, ACCOUNT)({ bucket: ref.bucket, key: ref.key }),
  'an object that was never there': async ({ s3 }, { ref }) =>
    createReadObject(s3, ACCOUNT)({ ...ref, key: 'no' }),
  'all attributes': async ({ s3 }, { ref }) => createReadAttributes(s3, ACCOUNT)(ref),
  annotations: async ({ s3 }, { ref }) => createListAnnotations(s3, ACCOUNT)(ref),
  'a copy': async ({ s3 }, { ref }) => createReadCopy(s3, ACCOUNT)(ref),
  versions: async ({ s3 }, { ref }) => createVersionsOfKey(s3, ACCOUNT)(ref.bucket, ref.key),
  tags: async ({ s3 }, { ref }) => createReadObjectTags(s3, ACCOUNT)(ref),
  'tags of a version': async ({ s3 }, { ref }) => createReadVersionTags(s3, ACCOUNT)(ref),
  'tags of a bucket': async ({ s3 }, { ref }) => createReadBucketTags(s3, ACCOUNT)(ref.bucket),
  versioning: async ({ s3 }, { ref }) => createReadVersioning(s3, ACCOUNT)(ref.bucket),
  replication: async ({ s3 }, { ref }) => createReadReplication(s3, ACCOUNT)(ref.bucket),
  'a key': async ({ kms }, { keyArn }) => createReadKey(kms)(keyArn),
  'a key that is not there': async ({ kms }, { keyArn }) =>
    createReadKey(kms)(`${String(keyArn).slice(0, -1)}0` as never),
  rotation: async ({ kms }, { keyArn }) => createReadRotation(kms)(keyArn),
};

const plain = { bucket: 'bucket-b', key: 'plain' };
const UPDATE = { ref: plain } as UpdateEncryption;

const WRITES: Readonly<Record<string, (clients: Two, made: Made) => Promise<unknown>>> = {
  'an update of encryption': async ({ s3 }, { keyArn }) =>
    createUpdateObjectEncryption(s3, ACCOUNT)({ ...UPDATE, to: { ...TO, keyArn } }),
  'an update under a key that is not there': async ({ s3 }, { keyArn }) => {
    const gone = `${String(keyArn).slice(0, -1)}0` as never;
    return createUpdateObjectEncryption(s3, ACCOUNT)({ ...UPDATE, to: { ...TO, keyArn: gone } });
  },
  'an update of what is gone': async ({ s3 }, { keyArn }) =>
    createUpdateObjectEncryption(
      s3,
      ACCOUNT,
    )({ ...UPDATE, ref: { ...plain, key: 'no' }, to: { ...TO, keyArn } }),
  'tags of a version': async ({ s3 }, { ref }) =>
    createPutVersionTags(s3, ACCOUNT)(ref, { 'sealward-isolated': 'rule', team: 'pay' }),
  'a delete of a version': async ({ s3 }, { ref }) => createRemoveVersion(s3, ACCOUNT)(ref),
  'a delete whose precondition does not hold': async ({ s3 }) =>
    createRemoveCurrent(s3, ACCOUNT)(plain, 'another'),
  'an upload whose Expires is no date': async ({ s3 }) =>
    s3
      .send(
        withVerbatimExpires(
          new CreateMultipartUploadCommand({
            Bucket: 'bucket-b',
            Key: 'u',
            Metadata: { a: 'zoë' },
          }),
          '-1',
        ),
      )
      .then(({ UploadId }) => UploadId),
};

describe('the clients of the simulation write as the SDK does', () => {
  it.each(Object.entries(WRITES))('%s', async (_title, write) => {
    const [one, other] = [bothWays(), bothWays()];
    const said = await write(one.direct, one);
    expect(said).toEqual(await write(other.sdk, other));
    expect(one.model.state().buckets.toJS()).toEqual(other.model.state().buckets.toJS());
  });
});

describe('the clients of the simulation answer as the SDK does', () => {
  it.each(Object.entries(READS))('%s', async (_title, read) => {
    const made = bothWays();
    expect(await read(made.direct, made)).toEqual(await read(made.sdk, made));
  });
});
