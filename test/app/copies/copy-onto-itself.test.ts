import { describe, expect, it } from '@jest/globals';
import {
  AbortMultipartUploadCommand,
  CopyObjectCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { createCopyOntoItself } from '../../../app/copies/copy-onto-itself.ts';
import { createAbandonCopy } from '../../../app/copies/abandon-copy.ts';
import type { CopyPorts } from '../../../app/copies/copy-ports.ts';
import { MINUTES } from './copy-world.ts';
import { begin, BODY, BUCKET, IN_PARTS, KEY } from './payroll-world.ts';

const PATHS = [
  ['at once', {}],
  ['in parts', IN_PARTS],
] as const;

describe.each(PATHS)('%s', (_path, options) => {
  it('in a versioned bucket becomes a new version and names the one that stays behind', async () => {
    const { apply, s3, order, to, bytes, items, uploads } = await begin({
      versioning: 'Enabled',
      ...options,
    });
    const outcome = await apply();
    const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY }));
    expect(outcome).toEqual({
      kind: 'applied',
      became: head.VersionId,
      residual: order.ref.versionId,
    });
    expect(head).toMatchObject({
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: to.keyArn,
      BucketKeyEnabled: true,
      Metadata: { owner: 'hr' },
      TagCount: 1,
    });
    expect(await bytes()).toBe(BODY);
    expect(items.size).toBe(0);
    expect(await uploads()).toEqual([]);
  });

  it('in an unversioned bucket takes the place of its source', async () => {
    const { apply, bytes, items } = await begin(options);
    expect(await apply()).toEqual({ kind: 'applied' });
    expect(await bytes()).toBe(BODY);
    expect(items.size).toBe(0);
  });

  it('of the null version, in a bucket that has versioning by now, leaves that one behind', async () => {
    const { s3, ports, order } = await begin({ versioning: 'Suspended', ...options });
    await s3.send(
      new PutBucketVersioningCommand({
        Bucket: BUCKET,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    );
    const outcome = await createCopyOntoItself(ports)(order, MINUTES);
    const { VersionId } = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY }));
    expect(outcome).toEqual({ kind: 'applied', became: VersionId, residual: 'null' });
  });

  it('while versioning is suspended replaces the null version, and names no other', async () => {
    const { apply, bytes } = await begin({ versioning: 'Suspended', ...options });
    expect(await apply()).toEqual({ kind: 'applied' });
    expect(await bytes()).toBe(BODY);
  });

  it.each([['Enabled'], ['Suspended'], [undefined]] as const)(
    'recognises its own result when its answer was lost (versioning %s)',
    async (versioning) => {
      const world = await begin({ ...(versioning && { versioning }), ...options });
      const { ports } = world;
      // the copy is made, and the function dies before it hears of it
      const dying: Partial<CopyPorts> = {
        copyObject: async (task) => {
          await ports.copyObject(task);
          throw new Error('died');
        },
        uploads: {
          ...ports.uploads,
          complete: async (...args) => {
            await ports.uploads.complete(...args);
            throw new Error('died');
          },
        },
      };
      await expect(world.apply(dying)).rejects.toThrow('died');
      const { Versions: before = [] } = await world.s3.send(
        new ListObjectVersionsCommand({ Bucket: BUCKET }),
      );
      const outcome = await world.apply();
      const { Versions: after = [] } = await world.s3.send(
        new ListObjectVersionsCommand({ Bucket: BUCKET }),
      );
      expect(outcome).toEqual(
        versioning === 'Enabled'
          ? { kind: 'applied', became: after[0]?.VersionId, residual: world.versionId }
          : { kind: 'applied' },
      );
      expect(after).toEqual(before); // and copies nothing a second time
      expect(world.items.size).toBe(0);
      expect(await world.uploads()).toEqual([]);
    },
  );

  it.each([['Enabled'], ['Suspended'], [undefined]] as const)(
    'answers the same for as long as its answer may get lost (versioning %s)',
    async (versioning) => {
      const world = await begin({ ...(versioning && { versioning }), ...options });
      const outcome = await world.unanswered();
      const { Versions: before } = await world.s3.send(
        new ListObjectVersionsCommand({ Bucket: BUCKET }),
      );
      expect(outcome).toMatchObject({ kind: 'applied' });
      expect(await world.unanswered()).toEqual(outcome);
      const { Versions: after } = await world.s3.send(
        new ListObjectVersionsCommand({ Bucket: BUCKET }),
      );
      expect(after).toEqual(before);
    },
  );

  it.each([['Enabled'], ['Suspended'], [undefined]] as const)(
    'recognises its own result when the SDK asks twice, since the answer came late (versioning %s)',
    async (versioning) => {
      const world = await begin({ ...(versioning && { versioning }), ...options });
      const { ports } = world;
      const outcome = await world.apply({
        copyObject: async (task) => {
          await ports.copyObject(task);
          return ports.copyObject(task);
        },
        uploads: {
          ...ports.uploads,
          complete: async (...args) => {
            await ports.uploads.complete(...args);
            return ports.uploads.complete(...args);
          },
        },
      });
      expect(outcome).toMatchObject({ kind: 'applied' });
      expect(await world.bytes()).toBe(BODY);
      expect(world.items.size).toBe(0);
    },
  );

  it('is superseded by an overwrite with the same bytes, whose ETag is the same', async () => {
    const { apply, s3, bytes, versionId } = await begin({ versioning: 'Enabled', ...options });
    const { ETag } = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY }));
    const put = new PutObjectCommand({ Bucket: BUCKET, Key: KEY, Body: BODY, Tagging: 'pii=no' });
    const newer = await s3.send(put);
    expect([newer.ETag, newer.VersionId === versionId]).toEqual([ETag, false]);
    expect(await apply()).toMatchObject({ kind: 'superseded' });
    const { VersionId } = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY }));
    expect([await bytes(), VersionId]).toEqual([BODY, newer.VersionId]);
  });

  it('recognises its own result below a version that is newer still', async () => {
    const { apply, unanswered, overwrite, s3, bytes } = await begin({
      versioning: 'Enabled',
      ...options,
    });
    await unanswered();
    const { VersionId } = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY }));
    await overwrite();
    expect(await apply()).toMatchObject({ kind: 'applied', became: VersionId });
    expect(await bytes()).toBe('newer bytes!');
  });

  it.each([['Enabled'], [undefined]] as const)(
    'is superseded by an overwrite, and touches nothing (versioning %s)',
    async (versioning) => {
      const { apply, overwrite, bytes, items } = await begin({
        ...(versioning && { versioning }),
        ...options,
      });
      await overwrite();
      expect(await apply()).toMatchObject({ kind: 'superseded' });
      expect(await bytes()).toBe('newer bytes!');
      expect(items.size).toBe(0);
    },
  );

  it.each([['Enabled'], [undefined]] as const)(
    'is superseded by an overwrite in the very last moment (versioning %s)',
    async (versioning) => {
      const world = await begin({ ...(versioning && { versioning }), ...options });
      const { ports } = world;
      const outcome = await world.apply({
        copyObject: async (task) => {
          await world.overwrite();
          return ports.copyObject(task);
        },
        uploads: {
          ...ports.uploads,
          complete: async (...args) => {
            await world.overwrite();
            return ports.uploads.complete(...args);
          },
        },
      });
      expect(outcome).toMatchObject({ kind: 'superseded' });
      expect(await world.bytes()).toBe('newer bytes!');
      expect(world.items.size).toBe(0);
      expect(await world.uploads()).toEqual([]);
    },
  );

  it('is superseded when the object is gone', async () => {
    const { apply, s3, versionId } = await begin({ versioning: 'Enabled', ...options });
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: KEY, VersionId: versionId }));
    expect(await apply()).toEqual({ kind: 'superseded', words: 'it is gone' });
  });

  it('does not bring an object back that was deleted with a marker', async () => {
    const { apply, s3, ports } = await begin({ versioning: 'Enabled', ...options });
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: KEY }));
    expect(await apply()).toMatchObject({ kind: 'superseded' });
    expect(await ports.readObject({ bucket: BUCKET, key: KEY })).toMatchObject({ kind: 'gone' });
  });

  it('is superseded when it is encrypted as ordered already', async () => {
    const { apply, order, ports, to } = await begin({ versioning: 'Enabled', ...options });
    expect(await apply()).toMatchObject({ kind: 'applied' });
    const current = await ports.readObject({ bucket: BUCKET, key: KEY });
    const versionId = 'ref' in current ? (current.ref.versionId ?? '') : '';
    const again = { ...order, ref: current.ref, pin: { kind: 'version', versionId } as const, to };
    expect(await apply({}, MINUTES, again)).toMatchObject({ kind: 'superseded' });
  });

  it('is refused, with what to do, when the object is archived', async () => {
    const { apply, model, versionId } = await begin({ versioning: 'Enabled', ...options });
    model.apply({
      service: 'model',
      name: 'TransitionObject',
      input: { Bucket: BUCKET, Key: KEY, VersionId: versionId, StorageClass: 'GLACIER' },
    });
    expect(await apply()).toEqual({
      kind: 'refused',
      code: 'ObjectNotInActiveTierError',
      words: 'it is archived (`GLACIER`): restore it first',
    });
  });

  it('is refused in AWS words when the key is not to be used, and leaves nothing behind', async () => {
    const { apply, model, to, items, uploads } = await begin(options);
    model.apply({
      service: 'kms',
      name: 'DisableKey',
      input: { KeyId: to.keyArn },
    });
    expect(await apply()).toMatchObject({ kind: 'refused', code: 'KMS.DisabledException' });
    expect(items.size).toBe(0);
    expect(await uploads()).toEqual([]);
  });

  it('is refused, and not called superseded, where the current version may not be read', async () => {
    const { apply, ports, items, uploads } = await begin({ versioning: 'Enabled', ...options });
    const denied = { kind: 'unreadable', cause: 'access-denied', words: 'no' } as const;
    const readObject: CopyPorts['readObject'] = async (ref) =>
      ref.versionId === undefined ? { ...denied, ref } : ports.readObject(ref);
    expect(await apply({ readObject })).toEqual({
      kind: 'refused',
      code: 'CurrentUnreadable',
      words: 'nothing was copied, since the current version cannot be read: no',
    });
    expect(items.size).toBe(0);
    expect(await uploads()).toEqual([]);
  });

  it('is refused when the object cannot be read whole', async () => {
    const { apply, model } = await begin(options);
    model.apply({
      service: 'model',
      name: 'DenyRequests',
      input: { Bucket: BUCKET, Operations: ['GetObjectTagging'] },
    });
    expect(await apply()).toMatchObject({ kind: 'refused', code: 'tags-unreadable' });
  });
});

describe('in parts', () => {
  it('goes on where it was interrupted, without copying a part twice', async () => {
    const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
    const copied: number[] = [];
    const { uploads } = world.ports;
    let left = 2; // parts until time runs out
    const ports: Partial<CopyPorts> = {
      atOnce: 1,
      uploads: {
        ...uploads,
        copyPart: async (source, upload, range) => {
          copied.push(range.number);
          left -= 1;
          return uploads.copyPart(source, upload, range);
        },
      },
    };
    expect(await world.apply(ports, () => (left > 0 ? 300_000 : 29_000))).toBe('continue');
    expect(world.items.get('intent')?.upload).toMatchObject({ parts: 3, done: 2 });
    left = 9;
    expect(await world.apply(ports)).toMatchObject({ kind: 'applied' });
    expect(copied).toEqual([1, 2, 3]);
    expect(await world.bytes()).toBe(BODY);
  });

  it('is superseded by an overwrite between two calls, and leaves no upload', async () => {
    const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
    expect(await world.apply({}, () => 29_000)).toBe('continue');
    expect(await world.uploads()).toHaveLength(1);
    await world.overwrite();
    expect(await world.apply()).toMatchObject({ kind: 'superseded' });
    expect(await world.uploads()).toEqual([]);
    expect(world.items.size).toBe(0);
  });

  it('two at once share one upload, and make one version', async () => {
    const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
    const [one, other] = await Promise.allSettled([world.apply(), world.apply()]);
    const outcomes = [one, other].map((end) =>
      end.status === 'fulfilled' ? end.value : undefined,
    );
    expect(outcomes).toContainEqual(expect.objectContaining({ kind: 'applied' }));
    const { Versions = [] } = await world.s3.send(
      new ListObjectVersionsCommand({ Bucket: BUCKET }),
    );
    expect(Versions).toHaveLength(2);
    expect(await world.uploads()).toEqual([]);
    // delivered once more: nothing is noted, so nothing is claimed; the reader judges the version that stays behind
    expect(await world.apply()).toMatchObject({ kind: 'superseded' });
  });

  it('begins anew when tags were changed between two calls: the upload has the old ones', async () => {
    const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
    expect(await world.apply({}, () => 29_000)).toBe('continue');
    await world.s3.send(
      new PutObjectTaggingCommand({
        Bucket: BUCKET,
        Key: KEY,
        Tagging: { TagSet: [{ Key: 'pii', Value: 'no longer' }] },
      }),
    );
    expect(await world.apply()).toMatchObject({ kind: 'applied' });
    const reading = await world.ports.readAttributes({ bucket: BUCKET, key: KEY });
    expect(reading).toMatchObject({ attributes: { tags: { pii: 'no longer' } } });
    expect(await world.uploads()).toEqual([]);
  });

  it('begins anew when tags were changed while parts were copied', async () => {
    const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
    const { uploads } = world.ports;
    const changing = {
      uploads: {
        ...uploads,
        copyPart: async (...args: Parameters<typeof uploads.copyPart>) => {
          const Tagging = { TagSet: [{ Key: 'pii', Value: 'no longer' }] };
          await world.s3.send(new PutObjectTaggingCommand({ Bucket: BUCKET, Key: KEY, Tagging }));
          return uploads.copyPart(...args);
        },
      },
    };
    await expect(world.apply(changing)).rejects.toThrow('begun anew next time');
    expect(await world.uploads()).toEqual([]);
    expect(await world.apply()).toMatchObject({ kind: 'applied' });
    const reading = await world.ports.readAttributes({ bucket: BUCKET, key: KEY });
    expect(reading).toMatchObject({ attributes: { tags: { pii: 'no longer' } } });
  });

  it('is superseded by the same bytes written anew while parts were copied', async () => {
    const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
    const { uploads } = world.ports;
    const outcome = await world.apply({
      uploads: {
        ...uploads,
        copyPart: async (source, upload, range) => {
          if (range.number === 2) {
            await world.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: KEY, Body: BODY }));
          }
          return uploads.copyPart(source, upload, range);
        },
      },
    });
    expect(outcome).toMatchObject({ kind: 'superseded' });
    expect(await world.uploads()).toEqual([]);
    const { Versions } = await world.s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
    expect(Versions).toHaveLength(2);
  });

  it('begins anew when somebody else aborted its upload', async () => {
    const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
    expect(await world.apply({}, () => 29_000)).toBe('continue');
    const UploadId = world.items.get('intent')?.upload?.uploadId;
    await world.s3.send(new AbortMultipartUploadCommand({ Bucket: BUCKET, Key: KEY, UploadId }));
    await expect(world.apply()).rejects.toThrow('begun anew next time');
    expect(await world.apply()).toMatchObject({ kind: 'applied' });
  });

  it('is cleared away when the stack allows as much at once by now', async () => {
    const world = await begin({ versioning: 'Enabled', ...IN_PARTS, limits: { minPartBytes: 5 } });
    expect(await world.apply({}, () => 29_000)).toBe('continue');
    expect(await world.apply({ largestCopy: 5_000 })).toMatchObject({ kind: 'applied' });
    expect(await world.uploads()).toEqual([]);
    expect(world.items.size).toBe(0);
  });

  it('is cleared away when its order is no longer wanted', async () => {
    const world = await begin(IN_PARTS);
    expect(await world.apply({}, () => 29_000)).toBe('continue');
    await createAbandonCopy(world.ports)('intent');
    expect(await world.uploads()).toEqual([]);
    expect(world.items.size).toBe(0);
  });
});

it('throws when what was made is not what was asked for', async () => {
  const { apply, ports, to, s3 } = await begin({ versioning: 'Enabled' });
  const sloppy = async () => {
    const { CopyObjectResult, VersionId } = await s3.send(
      new CopyObjectCommand({
        Bucket: BUCKET,
        Key: KEY,
        CopySource: `${BUCKET}/${encodeURIComponent(KEY)}`,
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: to.keyArn,
        BucketKeyEnabled: false,
      }),
    );
    const etag = CopyObjectResult?.ETag?.replaceAll('"', '') ?? '';
    return { kind: 'made', etag, versionId: VersionId ?? '' } as const;
  };
  await expect(apply({ ...ports, copyObject: sloppy })).rejects.toThrow(
    /not what was asked for: it is encrypted as/,
  );
});
