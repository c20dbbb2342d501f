import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { makeBucket, type Ask } from '../ask.ts';
import { differs, when, type MatrixRow } from './matrix-row.ts';

const listKeys = async (ask: Ask, bucket: string): Promise<readonly string[]> => {
  const { text } = await ask.rest('s3', 'GET', `/${bucket}?list-type=2`);
  return [...text.matchAll(/<Key>([^<]+)<\/Key>/g)].map((match) => match[1] ?? '');
};

const headersOf = async (ask: Ask, method: string, path: string): Promise<string> => {
  const { status, text } = await ask.rest('s3', method, path);
  return `${status} ${text.replace(/\s+/g, ' ').slice(0, 160)}`;
};

export const dataRows: readonly MatrixRow[] = [
  {
    area: 'Firehose',
    question: 'PutRecordBatch: what lies in the bucket, and when',
    answer: async ({ ask, outputs }) => {
      const bucket = outputs['Audit'] ?? '';
      const at = Date.now();
      const reply = await ask.json('firehose', 'PutRecordBatch', {
        DeliveryStreamName: outputs['Ledger'],
        Records: ['{"a":1}\n', '{"b":2}\n', '{"c":3}'].map((line) => ({
          Data: Buffer.from(line).toString('base64'),
        })),
      });
      let keys: readonly string[] = [];
      while (keys.length === 0 && Date.now() < at + 10_000) {
        keys = await listKeys(ask, bucket);
        if (keys.length === 0) await delay(20);
      }
      const bodies = await Promise.all(
        keys.map(async (key) => (await ask.rest('s3', 'GET', `/${bucket}/${key}`)).text),
      );
      const joined = bodies.map((body) => JSON.stringify(body.slice(0, 24))).join(', ');
      const batched = keys.length === 1;
      return when(
        batched,
        `FailedPutCount ${JSON.stringify(reply['FailedPutCount'])}; ${keys.length} objects after ${Date.now() - at} ms, first \`${keys[0]}\`; bodies ${joined}`,
      );
    },
  },
  {
    area: 'Firehose',
    question: 'CompressionFormat GZIP',
    answer: async ({ ask, outputs }) => {
      const bucket = outputs['Audit'] ?? '';
      const [key = ''] = await listKeys(ask, bucket);
      const { text } = await ask.rest('s3', 'GET', `/${bucket}/${key}`);
      try {
        gunzipSync(Buffer.from(text, 'latin1'));
        return when(true, 'objects are gzip');
      } catch {
        return differs('objects are plain text whatever CompressionFormat says');
      }
    },
  },
  {
    area: 'S3',
    question: 'Object Lock of a bucket made by CloudFormation',
    answer: async ({ ask, outputs }) => {
      const said = await headersOf(ask, 'GET', `/${outputs['Audit']}?object-lock`);
      return when(said.includes('GOVERNANCE'), said);
    },
  },
  {
    area: 'S3',
    question: 'UpdateObjectEncryption',
    answer: async ({ ask }) => {
      await makeBucket(ask, 'matrix-objects');
      await ask.rest('s3', 'PUT', '/matrix-objects/o', 'precious');
      const body =
        '<ObjectEncryption><SSE-KMS><KMSKeyArn>arn:aws:kms:eu-west-1:111122223333:key/1</KMSKeyArn></SSE-KMS></ObjectEncryption>';
      const { status } = await ask.rest('s3', 'PUT', '/matrix-objects/o?encryption', body);
      const { text } = await ask.rest('s3', 'GET', '/matrix-objects/o');
      return when(
        text === 'precious' && status < 300,
        `answered ${status}; the object now holds \`${text.slice(0, 40)}\``,
      );
    },
  },
  {
    area: 'KMS',
    question: "DescribeKey and rotation of the stack's key",
    answer: async ({ ask, outputs }) => {
      const { KeyMetadata } = await ask.json('kms', 'DescribeKey', { KeyId: outputs['Key'] });
      const rotation = await ask.json('kms', 'GetKeyRotationStatus', { KeyId: outputs['Key'] });
      return when(
        true,
        `${Object.keys(KeyMetadata ?? {}).join(', ')}; rotation ${JSON.stringify(rotation['KeyRotationEnabled'])}`,
      );
    },
  },
];
