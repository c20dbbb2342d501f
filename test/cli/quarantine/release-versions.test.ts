import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { INTENT, KEY, QUARANTINE, SOURCE } from '../../app/quarantine/quarantine-world.ts';
import { ID, makeReleaseWorld, REASON } from '../made/release-world.ts';

const RELEASE = ['quarantine', 'release', ID, '--reason', REASON];
const APPLY = [...RELEASE, '--apply'];

describe('sealward quarantine release, and the versions around it', () => {
  it('never replaces the version `null` of a bucket whose versioning is suspended', async () => {
    const world = await makeReleaseWorld({});
    await world.put('older, and nowhere else');
    await world.setVersioning(SOURCE, 'Enabled');
    await world.move(await world.put('moved'));
    await world.setVersioning(SOURCE, 'Suspended');
    for (const argv of [RELEASE, APPLY]) {
      const ran = await world.sealward(argv);
      expect(ran.out.join('\n')).toContain('refused, versioning-suspended: ');
      expect(ran.exitCode).toBe(2);
    }
    expect(world.writes).toEqual([]);
    expect(await world.read(SOURCE, KEY, 'null')).toBe('older, and nowhere else');
    await world.setVersioning(SOURCE, 'Enabled');
    expect(await world.sealward(APPLY)).toMatchObject({ exitCode: 0 });
    expect(await world.read(SOURCE, KEY, 'null')).toBe('older, and nowhere else');
    expect(await world.current()).toBe('moved');
  });

  it('never takes an older version with the same bytes for what it has put back', async () => {
    const world = await makeReleaseWorld({
      versioning: 'Enabled',
      largestCopy: 8,
      partBytes: 4,
    });
    const body = 'twelve bytes';
    const encrypted = {
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: world.payrollKey,
      BucketKeyEnabled: true,
    } as const;
    const older = await world.put(body, encrypted);
    await world.move(await world.put(body));
    const { before } = world.around;
    world.around.before = async (call) => {
      if (call === 'CompleteMultipartUpload') {
        const listed = await world.user.send(new ListMultipartUploadsCommand({ Bucket: SOURCE }));
        for (const { UploadId } of listed.Uploads ?? []) {
          const upload = { Bucket: SOURCE, Key: KEY, UploadId };
          await world.user.send(new AbortMultipartUploadCommand(upload));
        }
      }
      await before?.(call);
    };
    const ran = await world.sealward(APPLY);
    expect(ran.exitCode).toBe(2);
    expect(ran.out.join('\n')).not.toContain('released ');
    expect(await world.current()).toBeUndefined();
    if (before !== undefined) world.around.before = before;
    expect(await world.sealward(APPLY)).toMatchObject({ exitCode: 0 });
    expect(await world.current()).toBe(body);
    expect((await world.versions())[0]).not.toContain(older.versionId);
  });

  it('has put back nothing that is not what everybody reads there', async () => {
    const world = await makeReleaseWorld({ versioning: 'Enabled' });
    await world.move(await world.put('moved'));
    world.around.after = async (call) => {
      if (call !== 'CopyObject') return;
      delete world.around.after;
      await world.remove();
    };
    const ran = await world.sealward(APPLY);
    expect(ran.out[0]).toMatch(/^superseded/);
    expect(ran.out.join('\n')).toContain('nothing is there: look at it, then run it again');
    expect(ran.exitCode).toBe(2);
    expect(await world.sealward(APPLY)).toMatchObject({ exitCode: 0 });
    expect(await world.current()).toBe('moved');
  });

  it.each([{}, { largestCopy: 2, partBytes: 4 }])(
    'leaves our marker behind where it was isolated before it was moved: %j',
    async (sizes) => {
      const world = await makeReleaseWorld({ versioning: 'Enabled', ...sizes });
      await world.move(await world.put('moved', { Tagging: 'team=hr' }));
      const TagSet = [
        { Key: 'team', Value: 'hr' },
        { Key: 'sealward-isolated', Value: 'payroll' },
      ];
      const copy = { Bucket: QUARANTINE, Key: `${SOURCE}/${INTENT}/object` };
      await world.user.send(new PutObjectTaggingCommand({ ...copy, Tagging: { TagSet } }));
      expect(await world.sealward(APPLY)).toMatchObject({ exitCode: 0 });
      expect(await world.tagsOf({ bucket: SOURCE, key: KEY })).toEqual({ team: 'hr' });
    },
  );
});
