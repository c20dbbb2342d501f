import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutBucketEncryptionCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { KeyArn } from '../../../core/keys/key-arn.ts';
import { ACCOUNT, REGION } from '../../made/facts.ts';
import { type LocalAws, startLocalAws } from './local-aws.ts';
import { type Ended, startMain, whenEnded } from './run-main.ts';

export const POLICY = `
version: 1
mode: enforce
rules:
  - id: payroll
    match: { buckets: ["payroll-*"] }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: re-encrypt
    target: { kms-key: alias/payroll }
    severity: high
`;

export const ODD = 'odd/a b+c%20?versionId=x#\u{e9}';
export const HOSTILE = 'odd/\u0001\u001B[2J\u202E';

export type PayrollWorld = {
  readonly aws: LocalAws;
  readonly s3: S3Client;
  readonly keyArn: KeyArn; // behind `alias/payroll`
  readonly cwd: string; // an empty folder
  readonly sealward: (
    argv: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<Ended>;
  readonly stop: () => Promise<void>;
};

/** Buckets with an object of every kind, on a local AWS. */
export const startPayrollWorld = async (): Promise<PayrollWorld> => {
  const cwd = mkdtempSync(join(tmpdir(), 'sealward-cli-'));
  const aws = await startLocalAws();
  const s3 = new S3Client({
    endpoint: aws.front.url,
    region: REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: ACCOUNT, secretAccessKey: 'secret' },
  });
  const { apply } = aws.front.model;
  const keyArn = createKey(aws);
  for (const Bucket of ['payroll-eu', 'payroll-old', 'invoices']) {
    apply({ service: 's3', name: 'CreateBucket', input: { Bucket } });
  }
  const put = (Key: string, more: object = {}, Bucket = 'payroll-eu') =>
    s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...more }));
  const sse = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyArn };
  await put('bad.pdf');
  await put('good.pdf', sse);
  await put('secret.pdf', sse);
  await put(ODD, sse);
  await put(HOSTILE, sse);
  await allowSseC(s3, 'payroll-eu');
  await put('sse-c.pdf', {
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: Buffer.alloc(32, 7).toString('base64'),
  });
  const denied = { Bucket: 'payroll-eu', Key: 'secret.pdf', Operations: ['HeadObject'] as const };
  apply({ service: 'model', name: 'DenyRequests', input: denied });
  const on = { Bucket: 'payroll-old', VersioningConfiguration: { Status: 'Enabled' } } as const;
  apply({ service: 's3', name: 'PutBucketVersioning', input: on });
  await put('x.pdf', {}, 'payroll-old');
  await put('x.pdf', sse, 'payroll-old');
  return {
    aws,
    s3,
    keyArn,
    cwd,
    sealward: (argv, env = {}) =>
      whenEnded(startMain(argv, { cwd, env: { AWS_ENDPOINT_URL: aws.front.url, ...env } })),
    stop: async () => {
      await aws.stop();
      rmSync(cwd, { recursive: true });
    },
  };
};

/** The policy and its lock file, as `policy pin` would have written it. */
export const writePolicy = ({ cwd, keyArn }: PayrollWorld): void => {
  const pin = { account: ACCOUNT, region: REGION, alias: 'alias/payroll', keyArn };
  writeFileSync(join(cwd, 'sealward.policy.yaml'), POLICY);
  writeFileSync(
    join(cwd, 'sealward.policy.lock.json'),
    JSON.stringify({ version: 1, pins: [pin] }),
  );
};

const createKey = ({ front }: LocalAws): KeyArn => {
  const { apply } = front.model;
  const created = apply({ service: 'kms', name: 'CreateKey', input: {} });
  const arn = created.kind === 'ok' ? created.output.KeyMetadata?.Arn : undefined;
  if (arn === undefined) throw new Error('the model made no key');
  const alias = { AliasName: 'alias/payroll', TargetKeyId: arn };
  apply({ service: 'kms', name: 'CreateAlias', input: alias });
  return arn as KeyArn;
};

// Buckets made since April 2026 refuse SSE-C until told otherwise.
const allowSseC = async (s3: S3Client, Bucket: string): Promise<void> => {
  const rule = {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const },
    BlockedEncryptionTypes: { EncryptionType: ['NONE' as const] },
  };
  const configuration = { Rules: [rule] };
  await s3.send(
    new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: configuration }),
  );
};
