import {
  CopyObjectCommand,
  DeleteObjectCommand,
  PutObjectTaggingCommand,
  UpdateObjectEncryptionCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { isAsExpected } from '../../../../local/demo/run/demo-result.ts';
import { runDemo } from '../../../../local/demo/run/run-demo.ts';
import { problemsOf } from '../../../../local/demo/show/summary.ts';
import type { World } from '../../../../local/demo/world/world.ts';
import { withWorld } from '../with-world.ts';

const { signal } = new AbortController();
const patience = { quiet: 300, stuck: 2_000, ledger: 300 };

describe('the demo, in one process', () => {
  it('ends every kind of object exactly as expected', async () => {
    const result = await withWorld(async (world) => runDemo(world, { objects: 123, signal }));
    expect(problemsOf(result)).toEqual([]);
    expect(isAsExpected(result)).toBe(true);
    expect(result.numbers).toMatchObject({
      objects: 123,
      unsettled: 0,
      unexpected: 0,
      bytesChanged: 0,
      versionsLost: 0,
      strays: 0,
      intentsOpen: 0,
      dlq: 0,
      deployed: false,
    });
  }, 30_000);

  it('stops when it is told to', async () => {
    const stopped = AbortSignal.abort();
    await expect(
      withWorld(async (world) => runDemo(world, { objects: 1, signal: stopped })),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});

const Bucket = 'payroll';
const Key = 'statements/sse-s3-0001.pdf'; // the first object of all

/** Does something to the first object as soon as its story has ended, and before it is looked at. */
const sabotaged = async (
  sabotage: (world: World) => Promise<unknown>,
  bend: (world: World) => World = (world) => world,
) =>
  withWorld(async (world) => {
    let done: Promise<unknown> = Promise.resolve();
    const ended = new Set<string>();
    const result = await runDemo(
      {
        ...bend(world),
        queued: async () => {
          await done; // the demo asks this once all has been settled
          return world.queued();
        },
      },
      {
        objects: 1,
        patience,
        signal,
        onSettled: ({ upload }) => {
          if (!ended.has(upload.key)) done = sabotage(world);
          ended.add(upload.key);
        },
      },
    );
    return { ...result.numbers, problems: problemsOf(result), asExpected: isAsExpected(result) };
  });

describe('the demo fails', () => {
  it('where a tag was changed', async () => {
    const TagSet = [{ Key: 'stray', Value: '1' }];
    const result = await sabotaged(async ({ s3 }) =>
      s3.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet } })),
    );
    expect(result).toMatchObject({ asExpected: false, unexpected: 1, bytesChanged: 0 });
    expect(result.problems).toEqual([expect.stringMatching(/tags changed$/)]);
  });

  it('where the encryption is another one in the end', async () => {
    const result = await sabotaged(async ({ s3, keys }) => {
      const SSEKMS = { KMSKeyArn: keys['payroll-2019'], BucketKeyEnabled: true };
      const ObjectEncryption = { SSEKMS };
      return s3.send(new UpdateObjectEncryptionCommand({ Bucket, Key, ObjectEncryption }));
    });
    expect(result.unexpected).toBe(1);
    expect(result.problems).toEqual([expect.stringMatching(/ is encrypted with .*, expected /)]);
  });

  it('where a version is lost', async () => {
    const result = await sabotaged(async ({ s3, model }) => {
      const VersionId = model.state().buckets.get(Bucket)?.versions.get(Key)?.last()?.versionId;
      return s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    });
    expect(result).toMatchObject({ asExpected: false, versionsLost: 1 });
    expect(result.problems).toEqual([
      expect.stringContaining('is not there'),
      expect.stringMatching(/its versions are , expected .{32}$/),
    ]);
  });

  it('where bytes are written over', async () => {
    const result = await sabotaged(async ({ model }) => {
      const stored = model.state().buckets.get(Bucket)?.versions.get(Key)?.last();
      if (stored?.kind === 'object') stored.bytes[0] = 0;
      return Promise.resolve();
    });
    expect(result).toMatchObject({ asExpected: false, bytesChanged: 1, unexpected: 1 });
  });

  it('where a copy made a new version, which also is an object that nobody put', async () => {
    const result = await sabotaged(async ({ s3, onRecord }) => {
      const second = new Promise((resolve) => {
        onRecord(resolve);
      });
      const CopySource = `${Bucket}/${Key}`;
      await s3.send(
        new CopyObjectCommand({ Bucket, Key, CopySource, MetadataDirective: 'REPLACE' }),
      );
      return second;
    });
    expect(result).toMatchObject({ asExpected: false, strays: expect.any(Number) });
    expect(result.strays).toBeGreaterThan(0);
    expect(result.problems).toEqual(
      expect.arrayContaining([expect.stringContaining('its versions are')]),
    );
  });

  it('where an update reached S3 that nobody had ordered', async () => {
    const result = await withWorld(async (world) => {
      world.onEvent(() => {
        const keyArn = world.keys.payroll;
        const ObjectEncryption = { SSEKMS: { KMSKeyArn: keyArn, BucketKeyEnabled: true } };
        void world.s3.send(new UpdateObjectEncryptionCommand({ Bucket, Key, ObjectEncryption }));
      });
      return runDemo(world, { objects: 1, patience, signal });
    });
    expect(result.numbers.unexpected).toBeGreaterThan(0);
  });

  it('where a record never reached the ledger', async () => {
    const result = await sabotaged(
      async () => Promise.resolve(),
      (world) => ({
        ...world,
        readLedger: async () => {
          const records = await world.readLedger();
          return records.filter(({ unmapped }) => unmapped.sealward.closes === undefined);
        },
      }),
    );
    expect(result).toMatchObject({ asExpected: false, intentsOpen: 1, records: 1 });
    expect(result.problems.join()).toMatch(/ was never closed.* is not in the ledger/);
  });

  it('where no record comes, and the object is written to all the same', async () => {
    const result = await withWorld(async (world) => {
      const deaf = { ...world, onRecord: () => () => undefined };
      return runDemo(deaf, { objects: 1, patience, signal });
    });
    expect(result.numbers).toMatchObject({ unsettled: 1, unexpected: 2, reencrypted: 0 });
    expect(problemsOf(result)[0]).toContain('ended as undefined, expected {"how":"reencrypted"');
  });

  it('where a grave record was not alerted', async () => {
    const result = await withWorld(async (world) =>
      runDemo({ ...world, alerts: () => [] }, { objects: 110, patience, signal }),
    );
    expect(result.numbers.unexpected).toBe(0);
    expect(result.problems).toEqual([
      expect.stringMatching(/^\d+ records should have been alerted$/),
    ]);
  });
});
