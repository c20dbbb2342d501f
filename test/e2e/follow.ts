import type { LedgerRecord } from '../../core/ledger/ledger-record.ts';
import { intentsOpen } from '../../core/ledger/intents-open.ts';
import type { ObjectName } from '../../local/demo/check/snapshot.ts';
import { holdOrders, type Stack, type WriterQueue } from './stack.ts';

/** The S3 calls that the functions made for one key, in their order. */
export const s3Calls = ({ calls }: Stack, name: ObjectName): readonly string[] =>
  calls
    .filter((call) => call.service === 's3' && call.bucket === name.bucket && call.key === name.key)
    .map(({ operation }) => operation);

/** What `work` uploads, once it is settled, and the calls about the bucket itself that it took. */
export const bucketCalls = async (
  stack: Stack,
  bucket: string,
  work: () => Promise<ObjectName>,
): Promise<{ readonly upload: ObjectName; readonly onBucket: readonly string[] }> => {
  await untilDrained(stack);
  const before = stack.calls.length;
  const upload = await work();
  await untilSettled(stack, upload);
  const onBucket = stack.calls
    .slice(before)
    .filter((call) => call.service === 's3' && call.bucket === bucket && call.key === undefined)
    .map(({ operation }) => operation);
  return { upload, onBucket };
};

/** The version that an ordered copy made. */
export const becameOf = ({ traces }: Stack, name: ObjectName): ObjectName => {
  const { heir } = traces.of(name);
  if (heir === undefined) throw new Error(`no copy of \`${name.key}\` is known`);
  return heir.name;
};

export const recordsOf = ({ traces }: Stack, name: ObjectName): readonly LedgerRecord[] =>
  traces.of(name).records;

export const kindsOf = (stack: Stack, name: ObjectName): readonly string[] =>
  recordsOf(stack, name).map(({ unmapped }) => unmapped.sealward.kind);

export const untilDrained = async ({ until, world }: Stack): Promise<void> =>
  until('the queues are empty', async () => (await world.queued()) === 0);

/** Waits until the story of an object has ended, no intent of its is open and no message is on its way. */
export const untilSettled = async (stack: Stack, name: ObjectName): Promise<void> => {
  const isSettled = (): boolean => {
    const { finalAt, records, heir } = stack.traces.of(name);
    const all = [...records, ...(heir?.records ?? [])];
    return finalAt !== undefined && intentsOpen(all).length === 0;
  };
  await stack.until(`\`${name.key}\` is settled`, isSettled);
  await untilDrained(stack);
};

/** Waits until this many orders for an object are on their way. */
export const untilOrdered = async (stack: Stack, name: ObjectName, orders = 1): Promise<void> => {
  const ordered = (): number => kindsOf(stack, name).filter((kind) => kind === 'intent').length;
  await stack.until(`\`${name.key}\` is ordered`, () => ordered() === orders);
};

/** What happens here happens between judging and writing: every order waits until it is over. */
export const whileHeld = async (
  stack: Stack,
  work: () => Promise<void>,
  queue: WriterQueue = 'reencrypt',
): Promise<void> => {
  const release = await holdOrders(stack, queue);
  try {
    await work();
  } finally {
    await release();
  }
};
