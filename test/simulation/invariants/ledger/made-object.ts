import type { Encryption } from '../../../../core/objects/encryption.ts';
import type { KeyArn } from '../../../../core/keys/key-arn.ts';
import type { Order } from '../../../../core/orders/order.ts';
import { makeViolation } from '../../../made/facts.ts';
import { SCENARIO } from '../../scenario/make-scenario.ts';
import type { Invocation } from '../../steps/step.ts';
import { KEY, type MadeRecord, POLICY_HASH } from './made-record.ts';
import type { MadeRun } from './made-run.ts';

const main = SCENARIO.keys.main as KeyArn;
export const UNDER_MAIN: Encryption = { kind: 'sse-kms', keyArn: main, bucketKey: true };
export const AS_POLICY_ASKS = {
  ServerSideEncryption: 'aws:kms',
  SSEKMSKeyId: main,
  BucketKeyEnabled: true,
};

export type Put = { readonly version: string | undefined; readonly etag: string };

export const put = (run: MadeRun, bucket: string, input: object = {}): Put => {
  const told = run.user('PutObject', {
    Bucket: bucket,
    Key: KEY,
    Body: Buffer.from(`${run.now()}`),
    ...input,
  });
  const version = told['VersionId'] as string | undefined;
  return { version, etag: String(told['ETag']).replaceAll('"', '') };
};

export const refOf = (bucket: string, { version }: Put) => ({
  bucket,
  key: KEY,
  ...(version !== undefined && { versionId: version }),
});

export const inputOf = (bucket: string, { version }: Put) => ({
  Bucket: bucket,
  Key: KEY,
  ...(version !== undefined && { VersionId: version }),
});

/** The reader is told of an object, and reads it. */
export const read = (run: MadeRun, bucket: string, object: Put, extra: object = {}): Invocation => {
  const refs = [{ ...refOf(bucket, object), ...extra }];
  const reader = run.begin(
    'judge-object',
    run.send('s3', 'objects', { v: 1, cause: 'sweep', refs }),
  );
  run.call(reader, 'HeadObject', inputOf(bucket, object));
  return reader;
};

const SWEEP = { trigger: { cause: 'sweep' } } as const;

export const compliant = (bucket: string, { version, etag }: Put): MadeRecord => ({
  ...SWEEP,
  bucket,
  version,
  etag,
  kind: 'compliant',
  verdict: 'compliant',
  rule: bucket.split('-')[0] ?? '',
  encryption: UNDER_MAIN,
});

export const violating = (bucket: string, { version, etag }: Put): MadeRecord => ({
  ...SWEEP,
  bucket,
  version,
  etag,
  kind: 'violation',
  verdict: 'violation',
  rule: bucket.split('-')[0] ?? '',
  requirement: 'encryption',
  encryption: { kind: 'sse-s3' },
});

export const updateOf = (bucket: string, object: Put): Order => ({
  kind: 'update-encryption',
  ref: refOf(bucket, object),
  pin:
    object.version === undefined
      ? { kind: 'etag', etag: object.etag, lastModified: '2026-11-24T09:00:00.000Z' }
      : { kind: 'version', versionId: object.version },
  because: makeViolation({ rule: 'update' }),
  policyHash: POLICY_HASH,
  intentId: 'i1',
  to: { algorithm: 'aws:kms', keyArn: main, bucketKey: true },
});

export const intended = (
  bucket: string,
  object: Put,
  order = updateOf(bucket, object),
): MadeRecord => ({
  ...violating(bucket, object),
  kind: 'intent',
  intent: {
    intentId: order.intentId,
    order: { kind: order.kind, pin: order.pin, ...('to' in order && { to: order.to }) },
  },
  plan: { kind: 'order', order: order.kind, intentId: order.intentId, sent: 'sent' },
});

/** The writer's answer as it goes back to the reader. */
export const answerOf = ({ ref, intentId }: Order) => ({
  v: 1,
  cause: 'writer',
  refs: [{ ...ref, returned: { intentId, rule: 'update', outcome: { kind: 'applied' } } }],
});

/** The call with which the writer carries it out. */
export const updating = (bucket: string, object: Put) => ({
  ...inputOf(bucket, object),
  ObjectEncryption: { SSEKMS: { KMSKeyArn: main, BucketKeyEnabled: true } },
});

/** The whole of a violation's way: intent, order, update, answer, and the verdict that closes it. */
export const mend = (run: MadeRun, bucket: string, object: Put): void => {
  const order = updateOf(bucket, object);
  const reader = read(run, bucket, object);
  run.record(reader, intended(bucket, object));
  const message = run.send(reader, 'reencrypt', { v: 1, order });
  run.end(reader);
  const writer = run.begin('reencrypt-object', message);
  run.call(writer, 'UpdateObjectEncryption', updating(bucket, object));
  const answer = run.send(writer, 'objects', answerOf(order));
  run.end(writer);
  const verifier = run.begin('judge-object', answer);
  run.call(verifier, 'HeadObject', inputOf(bucket, object));
  run.record(verifier, {
    ...compliant(bucket, object),
    trigger: { cause: 'writer' },
    closes: { intentId: order.intentId, rule: 'update', outcome: 'applied' },
  });
  run.end(verifier);
};
