import {
  CopyObjectCommand,
  DeleteObjectCommand,
  PutObjectTaggingCommand,
  UpdateObjectEncryptionCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { runDemo } from '../../../../local/demo/run/run-demo.ts';
import { unreadableCases } from '../../../../local/demo/cases/unreadable-cases.ts';
import { problemsOf } from '../../../../local/demo/show/summary.ts';
import { withWorld } from '../with-world.ts';
import { patience, sabotaged, signal } from './sabotaged.ts';

const Bucket = 'payroll';
const Key = 'statements/sse-s3-0001.pdf'; // the first object of all

describe('the demo fails', () => {
  it('where a tag was changed', async () => {
    const TagSet = [{ Key: 'stray', Value: '1' }];
    const result = await sabotaged({ objects: 1 }, async ({ s3 }) =>
      s3.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet } })),
    );
    expect(result).toMatchObject({ asExpected: false, unexpected: 1, bytesChanged: 0 });
    expect(result.problems).toEqual([expect.stringMatching(/tags changed$/)]);
  });

  it('where the encryption is another one in the end', async () => {
    const result = await sabotaged({ objects: 1 }, async ({ s3, keys }) => {
      const SSEKMS = { KMSKeyArn: keys['payroll-2019'], BucketKeyEnabled: true };
      const ObjectEncryption = { SSEKMS };
      return s3.send(new UpdateObjectEncryptionCommand({ Bucket, Key, ObjectEncryption }));
    });
    expect(result.unexpected).toBe(1);
    expect(result.problems).toEqual([expect.stringMatching(/ is encrypted with .*, expected /)]);
  });

  it('where a version is lost', async () => {
    const result = await sabotaged({ objects: 1 }, async ({ s3, model }) => {
      const VersionId = model.state().buckets.get(Bucket)?.versions.get(Key)?.last()?.versionId;
      return s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    });
    expect(result).toMatchObject({ asExpected: false, versionsLost: 1 });
    expect(result.problems).toEqual([
      expect.stringContaining('is not there'),
      expect.stringMatching(/its versions are none, expected .{32}$/),
    ]);
  });

  it('where bytes are written over', async () => {
    const result = await sabotaged({ objects: 1 }, async ({ model }) => {
      const stored = model.state().buckets.get(Bucket)?.versions.get(Key)?.last();
      if (stored?.kind === 'object') stored.bytes[0] = 0;
      return Promise.resolve();
    });
    expect(result).toMatchObject({ asExpected: false, bytesChanged: 1, unexpected: 1 });
  });

  it('where a copy made a new version, which also is an object that nobody put', async () => {
    const result = await sabotaged({ objects: 1 }, async ({ s3, onRecord }) => {
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
      { objects: 1 },
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
      runDemo({ ...world, alerts: () => [] }, { cases: unreadableCases, patience, signal }),
    );
    expect(result.numbers.unexpected).toBe(0);
    expect(result.problems).toEqual([
      expect.stringMatching(/^\d+ records should have been alerted$/),
    ]);
  });
});
