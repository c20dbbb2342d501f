import {
  CopyObjectCommand,
  type CopyObjectCommandInput,
  CreateMultipartUploadCommand,
  GetObjectAclCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  type PutObjectCommandOutput,
} from '@aws-sdk/client-s3';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from '@jest/globals';
import { createCopyOntoItself } from '../../app/copies/copy-onto-itself.ts';
import { parseKeyArn } from '../../core/keys/key-arn.ts';
import type { Ref } from '../../core/objects/ref.ts';
import { makeOrder } from '../app/copies/copy-world.ts';
import {
  KEY,
  makeQuarantineWorld,
  MINUTES,
  type QuarantineWorld,
  SOURCE,
} from '../app/quarantine/quarantine-world.ts';
import { BODY, IN_PARTS } from './rich-original.ts';

// What docs/limits.md says of the encryption context: S3 never tells it, and so no copy has it.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
const CONTEXT = Buffer.from('{"department":"payroll-secret"}').toString('base64');
const HEADER = 'x-amz-server-side-encryption-context';
const TRACES = [HEADER, CONTEXT, 'payroll-secret'];

type Wire = { readonly headers?: Record<string, string>; readonly body?: unknown };

/** Every answer to `user` and every request of the writers, as they go over the wire. */
const listen = (world: QuarantineWorld) => {
  const answers: string[] = [];
  const requests: string[] = [];
  world.user.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      answers.push(
        JSON.stringify((answer.response as Wire).headers),
        JSON.stringify(answer.output),
      );
      return answer;
    },
    { step: 'deserialize', priority: 'high' },
  );
  world.s3.middlewareStack.add(
    (next) => async (args) => {
      requests.push(JSON.stringify((args.request as Wire).headers));
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  return { answers, requests };
};

const tracesIn = (texts: readonly string[]): readonly string[] =>
  TRACES.filter((trace) => texts.some((text) => text.includes(trace)));

/** What S3 tells of an object to whoever may ask it everything. */
const askEverything = async (world: QuarantineWorld, { versionId: VersionId }: Ref) => {
  const exact = { Bucket: SOURCE, Key: KEY, VersionId };
  const { Body } = await world.user.send(new GetObjectCommand(exact));
  expect(await Body?.transformToString()).toBe(BODY);
  const head = await world.user.send(new HeadObjectCommand({ ...exact, ChecksumMode: 'ENABLED' }));
  expect(head.ServerSideEncryption).toBe('aws:kms');
  await world.user.send(
    new GetObjectAttributesCommand({
      ...exact,
      ObjectAttributes: ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'],
    }),
  );
  await world.user.send(new GetObjectTaggingCommand(exact));
  await world.user.send(new GetObjectAclCommand(exact));
  await world.user.send(new ListObjectVersionsCommand({ Bucket: SOURCE }));
};

const begin = async (sizes: Partial<typeof IN_PARTS> = {}) => {
  const world = await makeQuarantineWorld({ versioning: 'Enabled', ...sizes });
  const newKey = async () => {
    const { KeyMetadata } = await world.kms.send(new CreateKeyCommand({}));
    const keyArn = parseKeyArn(KeyMetadata?.Arn ?? '');
    if (keyArn === undefined) throw new Error('no key');
    return keyArn;
  };
  const heard = listen(world);
  const ref = await world.put(BODY, {
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: await newKey(),
    SSEKMSEncryptionContext: CONTEXT,
  });
  const uploaded = heard.answers.splice(0);
  return { world, ref, ...heard, uploaded, to: await newKey() };
};

it('is told to its uploader, and to nobody ever after', async () => {
  const { world, ref, answers, uploaded } = await begin();
  expect(tracesIn(uploaded)).toEqual([HEADER, CONTEXT]); // so that a trace would be seen
  await askEverything(world, ref);
  expect(answers).toHaveLength(12);
  expect(tracesIn(answers)).toEqual([]);
});

describe.each([
  ['copy', {}, CopyObjectCommand],
  ['copy-in-parts', IN_PARTS, CreateMultipartUploadCommand],
] as const)('%s of an object that was written with one', (kind, sizes, Command) => {
  it('asks for none and gets none', async () => {
    const { world, ref, answers, requests, to } = await begin(sizes);
    const made: unknown[] = [];
    world.s3.middlewareStack.add((next, { commandName }) => async (args) => {
      const answer = await next(args);
      if (commandName === Command.name) {
        const { SSEKMSEncryptionContext: asked } = args.input as CopyObjectCommandInput;
        const { SSEKMSEncryptionContext: given } = answer.output as PutObjectCommandOutput;
        made.push([asked, given]);
      }
      return answer;
    });
    const pin = { kind: 'version', versionId: ref.versionId ?? '' } as const;
    const encryption = { algorithm: 'aws:kms', keyArn: to, bucketKey: true } as const;
    const order = { ...makeOrder(ref, pin, encryption, BODY.length), kind };
    const outcome = await createCopyOntoItself(world.ports)(order, MINUTES);
    if (outcome === 'continue' || outcome.kind !== 'applied') throw new Error('not applied');
    expect(made).toEqual([[undefined, undefined]]); // S3 would echo one that was added
    expect(requests.length).toBeGreaterThan(3);
    expect(tracesIn(requests)).toEqual([]);
    await askEverything(world, { ...ref, versionId: outcome.became ?? '' });
    expect(tracesIn(answers)).toEqual([]);
  });
});
