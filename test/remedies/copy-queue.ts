import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { expect } from '@jest/globals';
import { createApplyOrders } from '../../app/apply-orders.ts';
import { createAbandonCopy } from '../../app/copies/abandon-copy.ts';
import { createCopyOntoItself } from '../../app/copies/copy-onto-itself.ts';
import { createForgetCopy } from '../../app/copies/forget-copy.ts';
import type { CopyPorts } from '../../app/copies/copy-ports.ts';
import { createSendOrders } from '../../app/send-orders.ts';
import { parseKeyArn } from '../../core/keys/key-arn.ts';
import { serialiseOrder } from '../../core/messages/order-message.ts';
import { serialiseRefMessage } from '../../core/messages/parse-ref-message.ts';
import type { Order } from '../../core/orders/order.ts';
import { EMPTY_LOCK } from '../../core/policy/policy-lock.ts';
import { makeOrder } from '../app/copies/copy-world.ts';
import { makeComplaints } from '../app/fakes.ts';
import { makeQuarantineWorld, MINUTES } from '../app/quarantine/quarantine-world.ts';
import { ACCOUNT, REGION } from '../made/facts.ts';
import { makePolicy } from '../made/policy.ts';

export const BODY = 'forty bytes, in ten parts of four each. ';
const POLICY = `
version: 1
mode: enforce
rules:
  - id: payroll
    match: { buckets: ["payroll-*"] }
    require: { encryption: [aws:kms], kms-key: [alias/target] }
    on-violation: re-encrypt-by-copy
    target: { kms-key: alias/target, bucket-key: true }
`;

/** SQS as far as one queue of orders needs it: what is not handled is delivered again. */
const makeQueue = () => {
  const waiting: { id: string; body: string; receiveCount: number }[] = [];
  const bodies: string[] = [];
  const send = (body: string) => {
    bodies.push(body);
    waiting.push({ id: `m${bodies.length}`, body, receiveCount: 0 });
  };
  return { waiting, bodies, send };
};

/** An object in a bucket with versions, and the reader's order to copy it. */
export const beginOrder = async () => {
  const world = await makeQuarantineWorld({ versioning: 'Enabled', largestCopy: 8, partBytes: 4 });
  const { KeyMetadata } = await world.kms.send(new CreateKeyCommand({}));
  const keyArn = parseKeyArn(KeyMetadata?.Arn ?? '');
  if (keyArn === undefined) throw new Error('no key');
  const pin = { account: ACCOUNT, region: REGION, alias: 'alias/target' as never, keyArn };
  const policy = makePolicy(POLICY, { ...EMPTY_LOCK, pins: [pin] });
  const ref = await world.put(BODY, { Metadata: { owner: 'hr' }, Tagging: 'team=hr' });
  await world.annotate('what it is about');
  const to = { algorithm: 'aws:kms', keyArn, bucketKey: true } as const;
  const exact = { kind: 'version', versionId: ref.versionId ?? '' } as const;
  const order: Order = {
    ...makeOrder(ref, exact, to, BODY.length),
    kind: 'copy-in-parts',
    policyHash: policy.policyHash,
  };
  return { world, policy, ref, order };
};

/** After which call a container dies: it was done, but nobody hears of it. */
export type Death = { readonly call: string; readonly nth: number };

/** Delivers until the queue is empty, each time to a container that has time for two parts. */
export const deliverAll = async (
  { world, policy, order }: Awaited<ReturnType<typeof beginOrder>>,
  death?: Death,
) => {
  const queue = makeQueue();
  const { complain, complaints } = makeComplaints();
  const back: string[] = [];
  const { progress } = world.ports;
  let seen = 0;
  const mayDie = (call: string): void => {
    if (call === death?.call && (seen += 1) === death.nth) throw new Error('the container died');
  };
  world.around.after = mayDie; // S3 did it, and nobody hears of it
  const sendOrders = createSendOrders(
    (name) => async (messages) => {
      expect(name).toBe('copy');
      for (const { body } of messages) queue.send(body);
      return Promise.resolve(new Set());
    },
    complain,
  );
  expect(await sendOrders([order])).toEqual(new Set());
  let deliveries = 0;
  for (let next = queue.waiting.shift(); next !== undefined; next = queue.waiting.shift()) {
    if ((deliveries += 1) > 20) throw new Error('it never ends');
    const delivery = { ...next, receiveCount: next.receiveCount + 1, queueArn: 'arn:copy' };
    let left = MINUTES();
    const ports: CopyPorts = {
      ...world.ports,
      atOnce: 1,
      progress: {
        ...progress,
        begin: async (mine) => {
          const begun = await progress.begin(mine);
          mayDie('progress.begin');
          return begun;
        },
        advance: async (...args) => {
          await progress.advance(...args);
          mayDie('progress.advance');
        },
      },
      uploads: {
        ...world.ports.uploads,
        copyPart: async (...args) => {
          left -= 140_000;
          return world.ports.uploads.copyPart(...args);
        },
      },
    };
    const copy = createCopyOntoItself(ports);
    const write = createApplyOrders<'copy' | 'copy-in-parts'>(
      {
        policy,
        mode: 'enforce',
        apply: { copy, 'copy-in-parts': copy },
        abandon: async ({ intentId }) => createAbandonCopy(ports)(intentId),
        forget: async ({ intentId }) => createForgetCopy(ports)(intentId),
        admit: async () => Promise.resolve({ kind: 'go' }),
        isOpen: async () => Promise.resolve(false),
        announce: async () => Promise.reject(new Error('no breaker here')),
        sendBack: async (message) => {
          mayDie('sendBack'); // before SQS has it
          back.push(serialiseRefMessage(message));
          return Promise.resolve();
        },
        sendAgain: async (one, again) => {
          queue.send(serialiseOrder(one, again));
          mayDie('sendAgain'); // SQS has it, and delivers the old one again too
          return Promise.resolve();
        },
        timeToApply: 60_000,
        atOnce: 1,
      },
      complain,
    );
    const failed = await write([delivery], () => left);
    if (failed.has(delivery.id)) queue.waiting.push(delivery);
  }
  const again: unknown[] = queue.bodies.slice(1).map((body) => JSON.parse(body).again);
  return { back, again, complaints };
};
