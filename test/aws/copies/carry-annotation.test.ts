import { Readable } from 'node:stream';
import { beforeEach, expect, it } from '@jest/globals';
import {
  GetObjectAnnotationCommand,
  PutObjectAnnotationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { sdkStreamMixin } from '@smithy/core/serde';
import { mockClient } from 'aws-sdk-client-mock';
import { createCarryAnnotation } from '../../../aws/copies/carry-annotation.ts';
import { ACCOUNT } from '../../made/facts.ts';

const s3Mock = mockClient(S3Client);
const carry = createCarryAnnotation(new S3Client({}), ACCOUNT);
const FROM = { bucket: 'b', key: 'k', versionId: 'v1' };
const TO = { bucket: 'q', key: 'k2', versionId: 'v2' };

beforeEach(() => {
  s3Mock.reset();
  s3Mock.onAnyCommand().rejects('unstubbed call');
});

it('puts the payload and its checksum onto exactly the copy', async () => {
  s3Mock
    .on(GetObjectAnnotationCommand, {
      Bucket: 'b',
      Key: 'k',
      VersionId: 'v1',
      AnnotationName: 'n',
      ChecksumMode: 'ENABLED',
      ExpectedBucketOwner: ACCOUNT,
    })
    .resolves({
      AnnotationPayload: sdkStreamMixin(Readable.from([Buffer.from('payload')])),
      ChecksumSHA256: 'sum',
    });
  s3Mock.on(PutObjectAnnotationCommand).resolves({});
  await carry('n', FROM, TO, 'etag');
  expect(s3Mock.commandCalls(PutObjectAnnotationCommand)[0]?.args[0].input).toEqual({
    Bucket: 'q',
    Key: 'k2',
    VersionId: 'v2',
    AnnotationName: 'n',
    AnnotationPayload: new Uint8Array(Buffer.from('payload')),
    ChecksumSHA256: 'sum',
    ObjectIfMatch: '"etag"',
    ExpectedBucketOwner: ACCOUNT,
  });
});

it('writes nothing where nothing was answered', async () => {
  s3Mock.on(GetObjectAnnotationCommand).resolves({});
  await expect(carry('n', FROM, TO, 'etag')).rejects.toThrow('without a payload');
});
