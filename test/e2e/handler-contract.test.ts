import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { serialiseOrder } from '../../core/messages/order-message.ts';
import { optedIn, type PackagedStack, packageOnce } from '../infra/packaged-stack.ts';
import { type FrontWithClients, startWithClients, stopAll } from '../local/front/with-front.ts';
import { unzip } from '../scripts/build/unzip.ts';
import { batch, MALFORMED, ORDERS, resolvedWith } from './batches.ts';
import { functionEnvironment } from './function-environment.ts';
import { type Invoked, runBundle } from './run-bundle.ts';
import { startStubServices, type StubServices } from './stub-services.ts';

jest.setTimeout(60_000);

const IDS = {
  'judge-object': 'JudgeDashobjectLambdaFunction',
  'reencrypt-object': 'ReencryptDashobjectLambdaFunction',
  'copy-object': 'CopyDashobjectLambdaFunction',
  'quarantine-object': 'QuarantineDashobjectLambdaFunction',
  'close-dead-letter': 'CloseDashdeadDashletterLambdaFunction',
} as const;
type Name = keyof typeof IDS;
const NAMES = Object.keys(IDS) as Name[];
const WRITERS = ['reencrypt-object', 'copy-object', 'quarantine-object'] as const;
const IN_EVERY_STACK = ['judge-object', 'reencrypt-object', 'close-dead-letter'] as const;

describe('the packaged bundles, each alone in a process of its own', () => {
  let packaged: PackagedStack; // with every function
  let least: PackagedStack; // with nothing opted in
  let aws: FrontWithClients;
  let services: StubServices;
  let isDown = false;
  beforeAll(async () => {
    aws = await startWithClients();
    services = await startStubServices(() => isDown);
    aws.front.connect(services.url);
    [packaged, least] = await Promise.all([packageOnce(optedIn), packageOnce()]);
    for (const name of NAMES) {
      const zip = await readFile(join(packaged.dir, 'dist', 'functions', `${name}.zip`));
      for (const [file, content] of unzip(zip)) {
        const path = join(packaged.dir, 'unzipped', name, file);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
      }
    }
  });
  afterAll(async () => {
    await stopAll(aws);
    await services.close();
    for (const { dir } of [packaged, least]) await rm(dir, { recursive: true, force: true });
  });

  const run = async (
    name: Name,
    events: readonly object[],
    { without = '', stack = packaged }: { without?: string; stack?: PackagedStack } = {},
  ) => {
    const { [without]: _left, ...env } = functionEnvironment(stack.plain, IDS[name], aws.front.url);
    return runBundle(join(packaged.dir, 'unzipped', name, 'index.mjs'), env, events);
  };
  const answers = async (name: Name, ...events: readonly object[]): Promise<readonly Invoked[]> =>
    (await run(name, events)).answers;

  it.each(NAMES)('%s loads, and answers an empty batch with no failure', async (name) => {
    expect(await run(name, [batch()])).toMatchObject({ answers: [resolvedWith()], code: 0 });
  });

  it.each(IN_EVERY_STACK)('%s does so too where nothing was opted in', async (name) => {
    expect(await run(name, [batch()], { stack: least })).toMatchObject({
      answers: [resolvedWith()],
      code: 0,
    });
  });

  it('judge-object settles what nobody understands, and gives back only our own of another version', async () => {
    const ours = MALFORMED.indexOf('{"v":2,"refs":[]}');
    const expected = [resolvedWith(`m${ours}`)];
    expect(await answers('judge-object', batch(...MALFORMED))).toEqual(expected);
    expect(services.asked).toContain('PutRecordBatch');
  });

  it.each(WRITERS)('%s gives every message back that is no order of its own', async (name) => {
    const others = WRITERS.filter((one) => one !== name).map((one) => serialiseOrder(ORDERS[one]));
    const bodies = [...MALFORMED, ...others];
    const all = bodies.map((_, index) => `m${index}`);
    expect(await answers(name, batch(...bodies))).toEqual([resolvedWith(...all)]);
  });

  it('close-dead-letter ends whatever it is given', async () => {
    expect(await answers('close-dead-letter', batch(...MALFORMED))).toEqual([resolvedWith()]);
  });

  it('judge-object judges an object, in one container for two events', async () => {
    const Bucket = 'plain';
    const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' } as const;
    await aws.s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    await aws.s3.send(new PutObjectCommand({ Bucket, Key: 'ü +%', Body: 'x' }));
    const refs = [{ bucket: Bucket, key: 'ü +%' }];
    const event = batch(JSON.stringify({ v: 1, cause: 'cli', runId: 'r', refs }));
    expect(await answers('judge-object', event, event)).toEqual([resolvedWith(), resolvedWith()]);
    const { Records = [] } = JSON.parse(services.bodies.at(-1) ?? '{}') as {
      Records?: { Data: string }[];
    };
    const record = JSON.parse(Buffer.from(Records[0]?.Data ?? '', 'base64').toString()) as object;
    expect(record).toMatchObject({
      resources: [{ name: 'ü +%' }],
      unmapped: { sealward: { verdict: 'violation', stack: 'sealward-test' } },
    });
  });

  it.each(['judge-object', 'close-dead-letter'] as const)(
    '%s acknowledges nothing while the ledger is down',
    async (name) => {
      isDown = true;
      expect(await answers(name, batch('not JSON'))).toEqual([resolvedWith('m0')]);
      isDown = false;
    },
  );

  it.each(NAMES)(
    '%s refuses to start without an environment, and says what to do',
    async (name) => {
      const {
        answers: none,
        log,
        code,
      } = await run(name, [batch()], {
        without: 'SEALWARD_ACCOUNT',
      });
      expect([none, code]).toEqual([[], 1]);
      expect(log).toContain(
        'environment variable `SEALWARD_ACCOUNT` is not set: deploy the stack again',
      );
    },
  );
});
