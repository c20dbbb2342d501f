import { createJudgeRef, type JudgedRef } from '../app/judge-ref.ts';
import { remember } from '../app/remember.ts';
import { createReadNotification, createWriteNotification } from '../aws/bucket-notification.ts';
import { createReadCallerAccount } from '../aws/caller-account.ts';
import { createCliClients } from '../aws/cli-clients.ts';
import { createListObjectVersions } from '../aws/list-object-versions.ts';
import { createListObjects, type ListRefs } from '../aws/list-objects.ts';
import { createReadBucketPolicy } from '../aws/quarantine/read-bucket-policy.ts';
import { createReadKey, createReadRotation } from '../aws/read-key.ts';
import { createReadObject } from '../aws/read-object.ts';
import { createReadReplication } from '../aws/read-replication.ts';
import { createReadBucketTags, createReadObjectTags } from '../aws/read-tags.ts';
import type { StackReading } from '../aws/read-stack-outputs.ts';
import { createReadVersioning } from '../aws/read-versioning.ts';
import type { AwsProblem } from '../core/aws-problem.ts';
import type { BucketNotification } from '../core/buckets/bucket-notification.ts';
import type { BucketPolicyReading } from '../core/guard/bucket-policy-reading.ts';
import type { KeyAlias, KeyArn } from '../core/keys/key-arn.ts';
import type { KeyReading } from '../core/keys/key-facts.ts';
import type { TriggeredRef } from '../core/messages/ref-message.ts';
import type { Policy } from '../core/policy/load-policy.ts';
import type { Environment } from './environment.ts';
import { findCaller } from './find-caller.ts';
import { hasEndpoint } from './has-endpoint.ts';

export type AwsOptions = {
  readonly region?: string;
  readonly account?: string; // owner of the buckets; the caller's own unless given
  readonly maxConcurrency?: number;
};

/** All of AWS that the command line can reach. */
export type CliAws = {
  readonly kind: 'aws';
  readonly account: string;
  readonly region: string;
  readonly judgeRefUnder: (policy: Policy) => (ref: TriggeredRef) => Promise<JudgedRef>;
  readonly listObjects: ListRefs;
  readonly listVersions: ListRefs;
  readonly readKey: (key: KeyArn | KeyAlias) => Promise<KeyReading>;
  readonly readBucketPolicy: (bucket: string) => Promise<BucketPolicyReading>;
  readonly readNotification: (bucket: string) => Promise<BucketNotification>;
  readonly writeNotification: (bucket: string, to: BucketNotification) => Promise<void>;
  readonly readStackOutputs: (stack: string) => Promise<StackReading>;
};

const LARGEST_COPY = 5 * 1024 ** 3; // what a stack does unless its deployer says otherwise
const KEPT = { milliseconds: 300_000, most: 1_000, now: (): Date => new Date() };

/** Finds Region, credentials and account. Whatever is missing is an answer, not an exception. */
export const connectAws = async (
  options: AwsOptions,
  env: Environment,
): Promise<CliAws | AwsProblem> => {
  const settings = {
    ...(options.region !== undefined && { region: options.region }),
    maxSockets: options.maxConcurrency ?? 16,
    pathStyle: hasEndpoint(env),
  };
  const { s3, kms, sts } = createCliClients(settings);
  const where = await findCaller(
    async () => sts.config.region(),
    async () => options.account ?? createReadCallerAccount(sts)(),
  );
  if (where.kind === 'aws-problem') return where;
  const { region, account } = where;
  const readKey = remember(createReadKey(kms), KEPT);
  return {
    kind: 'aws',
    account,
    region,
    judgeRefUnder: (policy) =>
      createJudgeRef({
        policy,
        account,
        readObject: createReadObject(s3, account),
        readObjectTags: createReadObjectTags(s3, account),
        readBucketTags: remember(createReadBucketTags(s3, account), KEPT),
        readKey,
        readRotation: remember(createReadRotation(kms), KEPT),
        readReplication: remember(createReadReplication(s3, account), KEPT),
        readVersioning: remember(createReadVersioning(s3, account), KEPT),
        largestCopy: LARGEST_COPY,
        now: KEPT.now,
      }),
    listObjects: createListObjects(s3, account),
    listVersions: createListObjectVersions(s3, account),
    readKey,
    readBucketPolicy: createReadBucketPolicy(s3, account),
    readNotification: createReadNotification(s3, account),
    writeNotification: createWriteNotification(s3, account),
    readStackOutputs: async (stack) => (await import('./read-stack.ts')).readStack(settings, stack),
  };
};
