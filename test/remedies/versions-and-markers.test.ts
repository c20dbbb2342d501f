import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { expect, it } from '@jest/globals';
import { createCopyOntoItself } from '../../app/copies/copy-onto-itself.ts';
import { parseKeyArn } from '../../core/keys/key-arn.ts';
import type { Ref } from '../../core/objects/ref.ts';
import { makeOrder } from '../app/copies/copy-world.ts';
import { makeQuarantineWorld, MINUTES } from '../app/quarantine/quarantine-world.ts';

const BODIES = [
  'the first one',
  'the second one',
  'the third one',
  'the fourth one',
  'the last one',
];

/** Five versions with a delete marker after the first, the second and the fourth; on top too where `deleted`. */
const begin = async (deleted = false) => {
  const sizes = { largestCopy: 8, partBytes: 4 };
  const world = await makeQuarantineWorld({ versioning: 'Enabled', ...sizes });
  const refs: Ref[] = [];
  for (const [n, body] of BODIES.entries()) {
    refs.push(await world.put(body));
    if ([0, 1, 3].includes(n) || (deleted && n === 4)) await world.remove();
  }
  world.tick();
  const before = await world.versions();
  expect(before.filter((one) => one === 'marker')).toHaveLength(deleted ? 4 : 3);
  const { KeyMetadata } = await world.kms.send(new CreateKeyCommand({}));
  const keyArn = parseKeyArn(KeyMetadata?.Arn ?? '');
  if (keyArn === undefined) throw new Error('no key');
  const copy = async (ref: Ref) => {
    const pin = { kind: 'version', versionId: ref.versionId ?? '' } as const;
    const to = { algorithm: 'aws:kms', keyArn, bucketKey: true } as const;
    const order = { ...makeOrder(ref, pin, to, 13), kind: 'copy-in-parts' } as const;
    return createCopyOntoItself(world.ports)(order, MINUTES);
  };
  const isolate = async (ref: Ref) =>
    world.appliers.isolate(await world.isolateOrder(ref), MINUTES);
  const bytes = async () =>
    Promise.all(refs.map(({ bucket, key, versionId }) => world.read(bucket, key, versionId)));
  const marked = async () => {
    const tags = await Promise.all(refs.map((ref) => world.tagsOf(ref)));
    return tags.flatMap((one, n) => ('sealward-isolated' in one ? [n] : []));
  };
  return { world, refs, before, copy, isolate, bytes, marked };
};

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
};

it('copies the current one of five versions, and neither loses nor resurrects any', async () => {
  const { world, refs, before, copy, bytes } = await begin();
  const outcome = await copy(at(refs, 4));
  const [made, ...below] = await world.versions();
  expect(below).toEqual(before);
  expect(outcome).toEqual({
    kind: 'applied',
    became: made?.split(':')[0],
    residual: at(refs, 4).versionId,
  });
  expect(await bytes()).toEqual(BODIES);
  expect(await world.current()).toBe('the last one');
});

it.each([0, 1, 2, 3])('makes no copy of version %i, which is not current', async (n) => {
  const { world, refs, before, copy, bytes } = await begin();
  expect(await copy(at(refs, n))).toMatchObject({ kind: 'superseded' });
  expect(await world.versions()).toEqual(before);
  expect(await bytes()).toEqual(BODIES);
  expect(world.model.state().buckets.get('payroll-2026')?.uploads.size).toBe(0);
});

it.each([0, 1, 2, 3, 4])('makes no copy of version %i under a delete marker', async (n) => {
  const { world, refs, before, copy, bytes } = await begin(true);
  expect(await copy(at(refs, n))).toMatchObject({ kind: 'superseded' });
  expect(await world.versions()).toEqual(before);
  expect(await bytes()).toEqual(BODIES);
  expect(await world.current()).toBeUndefined();
});

it.each([
  [0, false],
  [2, false],
  [4, false],
  [0, true],
  [4, true],
])('isolates exactly version %i (key deleted: %s), and no other changes', async (n, deleted) => {
  const { world, refs, before, isolate, bytes, marked } = await begin(deleted);
  expect(await isolate(at(refs, n))).toMatchObject({ kind: 'applied' });
  expect(await marked()).toEqual([n]);
  expect(await world.versions()).toEqual(before);
  expect(await bytes()).toEqual(BODIES);
  expect(await world.current()).toBe(deleted ? undefined : 'the last one');
});
