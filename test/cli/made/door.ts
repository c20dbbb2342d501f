import { runCli } from '../../../cli/run-cli.ts';
import { createJudgeRef } from '../../../app/judge-ref.ts';
import { toAwsProblem } from '../../../aws/to-aws-problem.ts';
import type { AwsProblem } from '../../../core/aws-problem.ts';
import type { BucketNotification } from '../../../core/buckets/bucket-notification.ts';
import type { BucketPolicyReading } from '../../../core/guard/bucket-policy-reading.ts';
import type { KeyReading } from '../../../core/keys/key-facts.ts';
import type { Reading } from '../../../core/objects/object-facts.ts';
import type { Ref } from '../../../core/objects/ref.ts';
import type {
  AwsOptions,
  CliAws,
  CliDoor,
  CliStack,
  StackOptions,
} from '../../../runtime/wire-cli.ts';
import { ACCOUNT, REGION } from '../../made/facts.ts';

/** All that a command could find outside the process. Whatever is not named is not there. */
export type World = {
  readonly files?: Readonly<Record<string, string>>;
  readonly objects?: (ref: Ref) => Reading;
  readonly pages?: readonly (readonly Ref[])[]; // what listing gives, whatever it is asked
  readonly keys?: Readonly<Record<string, KeyReading>>; // by ARN or alias
  readonly notifications?: Record<string, BucketNotification>; // written to
  readonly bucketPolicies?: Readonly<Record<string, BucketPolicyReading>>;
  readonly stacks?: Readonly<Record<string, Readonly<Record<string, string>>>>; // outputs by name
  readonly awsProblem?: AwsProblem;
  readonly deployed?: CliStack; // the one stack that there is
  readonly listingFails?: Error;
  readonly interrupted?: AbortSignal;
  readonly color?: boolean;
};

export type Ran = {
  readonly exitCode: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly progress: readonly string[]; // one after the other
  readonly files: Readonly<Record<string, string>>;
  readonly asked: readonly string[]; // of AWS, in order
  readonly connected: readonly AwsOptions[];
};

/** Runs one command line in a made-up world. */
export const run = async (world: World, ...argv: readonly string[]): Promise<Ran> => {
  const out: string[] = [];
  const err: string[] = [];
  const progress: string[] = [];
  const asked: string[] = [];
  const connected: AwsOptions[] = [];
  const files: Record<string, string> = { ...world.files };
  const write = (path: string, text: string) => {
    files[path] = text;
    return Promise.resolve({ kind: 'written' } as const);
  };
  const door: CliDoor = {
    terminal: {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      progress: (text) => progress.push(text),
      isTTY: false,
      columns: 80,
      color: world.color ?? false,
    },
    interrupted: world.interrupted ?? new AbortController().signal,
    now: () => new Date('2026-11-24T12:00:00Z'),
    pause: () => Promise.resolve(),
    readTextFile: (path) => {
      const text = files[path];
      return Promise.resolve(text === undefined ? { kind: 'missing' } : { kind: 'text', text });
    },
    createTextFile: (path, text) =>
      path in files ? Promise.resolve({ kind: 'exists' }) : write(path, text),
    replaceTextFile: write,
    connectAws: (options) => {
      connected.push(options);
      return Promise.resolve(world.awsProblem ?? makeAws(world, asked, options));
    },
    connectStack: (options) => Promise.resolve(world.awsProblem ?? findStack(world, options)),
    toProblem: toAwsProblem,
  };
  const exitCode = await runCli(argv, door);
  return { exitCode, out, err, progress, files, asked, connected };
};

const findStack = ({ deployed }: World, { stack, region = REGION }: StackOptions) =>
  deployed?.name === stack && deployed.region === region
    ? deployed
    : ({ kind: 'no-such-stack', words: 'it is not there', account: ACCOUNT, region } as const);

const makeAws = (world: World, asked: string[], options: AwsOptions): CliAws => {
  const { objects, pages = [], keys = {}, notifications = {}, listingFails } = world;
  const readKey: CliAws['readKey'] = (key) => {
    asked.push(`DescribeKey ${key}`);
    const notFound = { kind: 'key-unreadable', cause: 'not-found', words: 'NotFound: no' } as const;
    return Promise.resolve(keys[key] ?? notFound);
  };
  const list = (name: string): CliAws['listObjects'] =>
    async function* (bucket, prefix) {
      asked.push(`${name} ${bucket} ${prefix}`);
      for (const page of pages) yield await Promise.resolve(page);
      if (listingFails !== undefined) throw listingFails;
    };
  const notificationOf = (bucket: string): BucketNotification => {
    const found = notifications[bucket];
    if (found === undefined) {
      throw Object.assign(new Error('no such bucket'), { name: 'NoSuchBucket' });
    }
    return found;
  };
  const account = options.account ?? ACCOUNT;
  return {
    kind: 'aws',
    account,
    region: options.region ?? REGION,
    judgeRefUnder: (policy) =>
      createJudgeRef({
        policy,
        account,
        readObject: async (ref) => {
          asked.push(`HeadObject ${ref.bucket} ${ref.key} ${ref.versionId ?? '-'}`);
          return objects?.(ref) ?? gone(ref);
        },
        readObjectTags: () => Promise.resolve({ kind: 'tags', tags: {} }),
        readBucketTags: () => Promise.resolve({ kind: 'tags', tags: {} }),
        readKey,
        readRotation: () => Promise.resolve({ kind: 'rotation', enabled: true }),
        readReplication: () => Promise.resolve({ kind: 'takes-sse-kms' }),
        readVersioning: () =>
          Promise.resolve({ kind: 'versioning', status: 'enabled', mfaDelete: false }),
        largestCopy: 5 * 1024 ** 3,
        now: () => new Date('2026-11-24T12:00:00Z'),
      }),
    listObjects: list('ListObjectsV2'),
    listVersions: list('ListObjectVersions'),
    readKey,
    readStackOutputs: async (stack) => {
      asked.push(`DescribeStacks ${stack}`);
      const outputs = world.stacks?.[stack];
      return outputs === undefined
        ? { kind: 'no-such-stack', words: 'it does not exist' }
        : { kind: 'stack', outputs };
    },
    readBucketPolicy: async (bucket) => {
      asked.push(`GetBucketPolicy ${bucket}`);
      const policy = world.bucketPolicies?.[bucket];
      if (policy === undefined) {
        throw Object.assign(new Error('no such bucket'), { name: 'NoSuchBucket' });
      }
      return policy;
    },
    readNotification: async (bucket) => {
      asked.push(`GetBucketNotification ${bucket}`);
      return notificationOf(bucket);
    },
    writeNotification: async (bucket, to) => {
      asked.push(`PutBucketNotification ${bucket}`);
      notifications[bucket] = to;
    },
  };
};

const gone = (ref: Ref): Reading => ({ kind: 'gone', ref, deleteMarker: false });
