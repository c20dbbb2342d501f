import { describe, expect, it } from '@jest/globals';
import type { PutObjectCommandInput } from '@aws-sdk/client-s3';
import { differences, stackChanges } from '../../../../local/demo/check/differences.ts';
import { type Snapshot, takeSnapshot } from '../../../../local/demo/check/snapshot.ts';
import { applyTypedCall } from '../../../../local/model/apply.ts';
import type { CallOf, Operations, Service } from '../../../../local/model/call.ts';
import { emptyModel, type AwsModel } from '../../../../local/model/state.ts';

const NAME = { bucket: 'payroll', key: 'x' };
const OBJECT = { Bucket: 'payroll', Key: 'x' };
const context = {
  caller: { account: '111122223333' },
  now: Date.parse('2026-11-24'),
  requestId: 'r',
};

const apply = <S extends Service, N extends keyof Operations[S]>(
  model: AwsModel,
  service: S,
  name: N,
  input: CallOf<S, N>['input'],
  now = context.now,
): AwsModel => {
  const { state, result } = applyTypedCall(model, {
    ...context,
    now,
    service,
    name,
    input,
  });
  if (result.kind === 'error') throw new Error(result.message);
  return state;
};

const made = (): AwsModel => {
  const empty = emptyModel({
    account: context.caller.account,
    region: 'us-east-1',
    partition: 'aws',
  });
  const input = {
    Bucket: 'payroll',
    ObjectLockEnabledForBucket: true,
    ObjectOwnership: 'ObjectWriter',
  } as const;
  return put(apply(empty, 's3', 'CreateBucket', input), {});
};
const put = (model: AwsModel, input: Partial<PutObjectCommandInput>, now?: number): AwsModel => {
  const { Body: _body, ...rest } = input;
  return apply(
    model,
    's3',
    'PutObject',
    {
      Body: Buffer.from('the bytes'),
      Metadata: { author: 'a' },
      Tagging: 'a=1',
      ...rest,
      ...OBJECT,
    },
    now,
  );
};
const snapshot = (model: AwsModel): Snapshot => {
  const taken = takeSnapshot(model, NAME);
  if (taken === undefined) throw new Error('not there');
  return taken;
};

describe('what became of an object', () => {
  const later = context.now + 60_000;

  it('is nothing where only the encryption changed', () => {
    const before = made();
    const keyed = apply(before, 'kms', 'CreateKey', {});
    const KMSKeyArn = [...keyed.keys.keys()][0] ?? '';
    const ObjectEncryption = { SSEKMS: { KMSKeyArn, BucketKeyEnabled: true } };
    const after = apply(
      keyed,
      's3',
      'UpdateObjectEncryption',
      { ...OBJECT, ObjectEncryption },
      later,
    );
    expect(snapshot(after).encryption).toEqual({
      kind: 'sse-kms',
      keyArn: KMSKeyArn,
      bucketKey: true,
    });
    expect(differences(snapshot(before), snapshot(after))).toEqual([]);
  });

  it.each<[string, (model: AwsModel) => AwsModel, readonly string[]]>([
    [
      'one byte',
      (model) =>
        apply(model, 's3', 'PutObject', {
          ...OBJECT,
          Body: Buffer.from('the bytez'),
          Metadata: { author: 'a' },
          Tagging: 'a=1',
        }),
      ['bytes', 'etag', 'versionId'],
    ],
    ['a new version of the same bytes', (model) => put(model, {}), ['versionId']],
    ['a later date', (model) => put(model, {}, later), ['lastModified', 'versionId']],
    ['metadata', (model) => put(model, { Metadata: { author: 'b' } }), ['metadata', 'versionId']],
    ['a header', (model) => put(model, { ContentType: 'text/csv' }), ['system', 'versionId']],
    [
      'the class',
      (model) => put(model, { StorageClass: 'STANDARD_IA' }),
      ['storageClass', 'versionId'],
    ],
    [
      'a tag',
      (model) =>
        apply(model, 's3', 'PutObjectTagging', {
          ...OBJECT,
          Tagging: { TagSet: [{ Key: 'a', Value: '2' }] },
        }),
      ['tags'],
    ],
    [
      'the ACL',
      (model) => apply(model, 's3', 'PutObjectAcl', { ...OBJECT, ACL: 'public-read' }),
      ['acl'],
    ],
    [
      'a retention',
      (model) =>
        apply(model, 's3', 'PutObjectRetention', {
          ...OBJECT,
          Retention: { Mode: 'GOVERNANCE', RetainUntilDate: new Date('2099-01-01') },
        }),
      ['retention'],
    ],
    [
      'a legal hold',
      (model) =>
        apply(model, 's3', 'PutObjectLegalHold', { ...OBJECT, LegalHold: { Status: 'ON' } }),
      ['legalHold'],
    ],
    [
      'a lifecycle transition',
      (model) => apply(model, 'model', 'TransitionObject', { ...OBJECT, StorageClass: 'GLACIER' }),
      ['storageClass'],
    ],
  ])('is seen: %s', (_title, sabotage, expected) => {
    const before = made();
    const found = differences(snapshot(before), snapshot(sabotage(before)));
    expect(found).toEqual(expect.arrayContaining([...expected]));
    expect(found.filter((name) => !['checksum', ...expected].includes(name))).toEqual([]);
  });

  it('is seen even where bytes are written over in place', () => {
    const before = snapshot(made());
    const model = made();
    const stored = model.buckets.get('payroll')?.versions.get('x')?.last();
    if (stored?.kind !== 'object') throw new Error('not there');
    stored.bytes[0] = 0;
    expect(differences(before, snapshot(model))).toEqual(['bytes']);
  });
});

describe("a key's versions", () => {
  it.each([
    ['are as they were', ['1', '2'], ['1', '2'], [], false],
    ['one is lost', ['1', '2'], ['2'], ['1'], true],
    ['one is new', ['1'], ['1', '2'], [], true],
    ['the older is current again', ['1', '2'], ['2', '1'], [], true],
  ])('%s', (_title, before, after, lost, differs) => {
    expect(stackChanges(before, after)).toEqual({ lost, differs });
  });
});
