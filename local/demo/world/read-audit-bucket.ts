import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { withLimit } from '../../../app/with-limit.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';

const listKeys = async (s3: S3Client, bucket: string): Promise<readonly string[]> => {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: 'ledger/',
        ...(token !== undefined && { ContinuationToken: token }),
      }),
    );
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return keys;
};

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const parseLines = (bytes: Buffer): readonly LedgerRecord[] =>
  (isGzip(bytes) ? gunzipSync(bytes) : bytes) // the stand-in leaves them plain, whatever the stream says
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LedgerRecord);

/** Reads what Firehose delivered; asked again, it fetches only the files that are new. */
export const createReadAuditBucket = (s3: S3Client, bucket: string) => {
  const files = new Map<string, readonly LedgerRecord[]>();
  return async (): Promise<readonly LedgerRecord[]> => {
    const fresh = (await listKeys(s3, bucket)).filter((key) => !files.has(key));
    await withLimit(fresh, 16, async (key) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      files.set(key, parseLines(Buffer.from((await Body?.transformToByteArray()) ?? [])));
    });
    return [...files.values()].flat();
  };
};
