import {
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { withVerbatimExpires } from '../../../../aws/copies/with-verbatim-expires.ts';
import { createInProcessS3 } from '../../../../local/front/in-process-s3.ts';
import { rawRequest } from '../raw-request.ts';
import { startWithClients, stopAll } from '../with-front.ts';

const Bucket = 'data-bucket';
const create = new CreateBucketCommand({
  Bucket,
  CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
});

describe('metadata in headers', () => {
  // Put past the wire: Node itself mangles a Content-Disposition that is not ASCII in requests with a body.
  it('comes back as S3 spells it, over a socket and without one', async () => {
    const over = await startWithClients();
    const within = createInProcessS3();
    try {
      for (const [s3, { apply }] of [
        [over.s3, over.front.model],
        [within.s3, within.model],
      ] as const) {
        await s3.send(create);
        const ContentDisposition = 'attachment; filename="grün.txt"';
        const input = {
          Bucket,
          Key: 'a',
          Metadata: { german: '=?UTF-8?Q?gr=C3=BCn_und_blau?=', latin: 'grün und blau' },
          ContentDisposition,
        };
        apply({ service: 's3', name: 'PutObject', input });
        const grün = '=?UTF-8?Q?gr=C3=BCn_und_blau?=';
        const shown = { Metadata: { german: grün, latin: grün }, ContentDisposition };
        expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }))).toMatchObject(shown);
        const copy = { Bucket, Key: 'copy', CopySource: `${Bucket}/a` };
        const MetadataDirective = 'REPLACE';
        await s3.send(new CopyObjectCommand({ ...copy, ...shown, MetadataDirective }));
        expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'copy' }))).toMatchObject(shown);
      }
    } finally {
      await stopAll(over);
    }
  });

  it('says Expires as it was sent, also where it is no date', async () => {
    const aws = await startWithClients();
    try {
      await aws.s3.send(create);
      const target = `/${Bucket}/a`;
      const headers = { Expires: 'when it is done' };
      await rawRequest(aws.front.url, { method: 'PUT', target, headers, body: 'x' });
      const { ExpiresString, Expires } = await aws.s3.send(
        new HeadObjectCommand({ Bucket, Key: 'a' }),
      );
      expect([ExpiresString, Expires]).toStrictEqual(['when it is done', undefined]);
      const begin = new CreateMultipartUploadCommand({ Bucket, Key: 'b' });
      const { UploadId = '' } = await aws.s3.send(withVerbatimExpires(begin, '-1'));
      const upload = aws.front.model.state().buckets.get(Bucket)?.uploads.get(UploadId);
      expect(upload?.template.system.expires).toBe('-1');
    } finally {
      await stopAll(aws);
    }
  });
});
