import { describe, expect, it, jest } from '@jest/globals';
import type { Outcome } from '../../../core/orders/order.ts';
import {
  INTENT,
  makeQuarantineWorld,
  MINUTES,
  MOVED_TO,
  QUARANTINE,
  type QuarantineWorld,
  SOURCE,
} from './quarantine-world.ts';

jest.setTimeout(60_000); // a whole world for every call that can be lost

type Case = Parameters<typeof makeQuarantineWorld>[0] & { readonly older?: true };

/** Loses the call with this number, or its answer, and every one after it: the container is dead. */
const dieAt = (world: QuarantineWorld, at: number, moment: 'before' | 'after') => {
  let calls = 0;
  let dead = false;
  let done = '';
  world.around.before = () => {
    calls += 1;
    if (dead || (moment === 'before' && calls === at)) {
      dead = true;
      throw new Error('container died');
    }
  };
  world.around.after = (call) => {
    if (!dead) done = call;
    if (moment === 'after' && calls >= at) {
      dead = true;
      throw new Error('container died');
    }
  };
  return {
    calls: () => calls,
    lastDone: () => done, // by AWS, whether or not its answer arrived
    revive: () => {
      delete world.around.before;
      delete world.around.after;
    },
  };
};

const BYTES = '0123456789abcdefghij';

const endOf = async (world: QuarantineWorld) => ({
  current: await world.current(),
  source: await world.versions(),
  quarantine: (await world.inQuarantine()).toSorted(),
  bytes: await world.read(QUARANTINE, `${SOURCE}/${INTENT}/object`),
  uploads: world.model.state().buckets.get(QUARANTINE)?.uploads.size,
  progress: world.items.size,
});

const begin = async ({ older, ...options }: Case) => {
  const world = await makeQuarantineWorld(options);
  if (older === true) await world.put('older');
  const order = await world.moveOrder(await world.put(BYTES, { Tagging: 'a=b' }));
  const run = async (): Promise<Outcome> => {
    for (;;) {
      const outcome = await world.appliers.move(order, MINUTES);
      if (outcome !== 'continue') return outcome;
    }
  };
  return { world, run };
};

describe.each<[string, Case]>([
  ['a current version above an older one', { versioning: 'Enabled', older: true }],
  ['an object without versions', {}],
  [
    'a version that is copied in parts',
    { versioning: 'Enabled', older: true, largestCopy: 10, partBytes: 8 },
  ],
])('a container that dies while it moves %s', (_title, options) => {
  it('comes to the same end with the next try, wherever it died, and loses nothing before', async () => {
    const clean = await begin(options);
    const watched = dieAt(clean.world, Infinity, 'before');
    expect(await clean.run()).toEqual({ kind: 'applied', movedTo: MOVED_TO });
    const count = watched.calls();
    watched.revive();
    const end = await endOf(clean.world);
    expect(end).toMatchObject({ current: undefined, bytes: BYTES, uploads: 0, progress: 0 });
    expect(count).toBeGreaterThan(15);

    for (const moment of ['before', 'after'] as const) {
      for (let at = 1; at <= count; at += 1) {
        const { world, run } = await begin(options);
        const death = dieAt(world, at, moment);
        await expect(run()).rejects.toThrow('container died');
        death.revive();
        // whatever happened: the bytes are here or there, whole
        const stays = (await world.current()) === BYTES;
        const isCopied = (await world.inQuarantine()).length === 2;
        const isThere = (await world.versions()).length > (options.older === true ? 2 : 0);
        expect(stays || isCopied || isThere).toBe(true);
        expect(await world.current()).not.toBe('older');

        expect([moment, at, await run()]).toEqual([
          moment,
          at,
          { kind: 'applied', movedTo: MOVED_TO },
        ]);
        // an upload whose id was not noted any more is nobody's: the bucket's lifecycle rule aborts it
        const isOrphan = death.lastDone() === 'CreateMultipartUpload';
        expect([moment, at, await endOf(world)]).toEqual([
          moment,
          at,
          { ...end, uploads: isOrphan ? 1 : 0 },
        ]);
      }
    }
  });
});
