import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from '@jest/globals';
import { createUpdateObjectEncryption } from '../../aws/update-object-encryption.ts';
import { parseKeyArn } from '../../core/keys/key-arn.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { UpdateEncryption } from '../../core/orders/order.ts';
import { makeQuarantineWorld, type QuarantineWorld } from '../app/quarantine/quarantine-world.ts';
import { ACCOUNT } from '../made/facts.ts';
import {
  ALGORITHMS,
  EVENT_HOLD,
  changedRows,
  LOCKS,
  lacksOf,
  putRich,
  readWhole,
  richInput,
} from './rich-original.ts';

/** What the order is for. Nothing else may change: no version id, no ETag, no date. */
const ENCRYPTION = ['encryption.bucketKey', 'encryption.keyArn', 'encryption.kind'];

const update = async (world: QuarantineWorld, ref: Ref) => {
  const { KeyMetadata } = await world.kms.send(new CreateKeyCommand({}));
  const keyArn = parseKeyArn(KeyMetadata?.Arn ?? '');
  if (keyArn === undefined) throw new Error('no key');
  const order: UpdateEncryption = {
    ...(await world.moveOrder(ref)),
    kind: 'update-encryption',
    to: { algorithm: 'aws:kms', keyArn, bucketKey: true },
  };
  world.tick();
  return createUpdateObjectEncryption(world.s3, ACCOUNT)(order);
};

describe.each([['Enabled'], [undefined]] as const)('with versioning %s', (versioning) => {
  it.each(ALGORITHMS)(
    'a rich object with %s keeps all but its encryption when that is updated',
    async (algorithm) => {
      const world = await makeQuarantineWorld({ versioning });
      const ref = await putRich(world, richInput(algorithm));
      const before = await readWhole(world, ref);
      const versions = await world.versions();
      expect(lacksOf(before, algorithm)).toEqual([]);
      expect(await update(world, ref)).toEqual({ kind: 'applied' });
      const after = await readWhole(world, ref);
      expect(changedRows(before, after)).toEqual(ENCRYPTION);
      expect([after.bytes, after.annotations]).toEqual([before.bytes, before.annotations]);
      expect(await world.versions()).toEqual(versions);
    },
  );
});

it('keeps all of a version that is not current', async () => {
  const world = await makeQuarantineWorld({ versioning: 'Enabled' });
  const ref = await putRich(world, richInput('CRC64NVME'));
  await world.put('newer');
  const before = await readWhole(world, ref);
  expect(await update(world, ref)).toEqual({ kind: 'applied' });
  expect(changedRows(before, await readWhole(world, ref))).toEqual(ENCRYPTION);
  expect(await world.current()).toBe('newer');
});

it.each([...LOCKS, EVENT_HOLD])(
  'is refused under %s, which leaves every attribute as it was',
  async (_title, lock) => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled', lock: true });
    const ref = await putRich(world, { ...richInput('SHA256'), ...lock });
    const before = await readWhole(world, ref);
    expect(before.attributes.lock ?? before.attributes.eventHold).toBeDefined();
    expect(await update(world, ref)).toMatchObject({ kind: 'refused', code: 'AccessDenied' });
    expect(await readWhole(world, ref)).toEqual(before);
  },
);
