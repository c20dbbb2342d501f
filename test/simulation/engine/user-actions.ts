import { SCENARIO } from '../scenario/make-scenario.ts';
import { FAMILIES } from '../scenario/scenario.ts';
import { VARIANTS } from '../scenario/base.ts';
import type { Service } from '../../../local/model/call.ts';
import type { Choices } from './choices.ts';

export type UserAction =
  | {
      readonly kind: 'call';
      readonly service: Service;
      readonly name: string;
      readonly input: object;
    }
  | { readonly kind: 'message'; readonly body: string }
  | { readonly kind: 'sweep'; readonly buckets: readonly string[] } // lists what is current
  | { readonly kind: 'deploy'; readonly policyIndex: number; readonly mode: 'observe' | 'enforce' }
  | {
      readonly kind: 'on-version';
      readonly back: number;
      readonly name: string;
      readonly service: Service;
      readonly input: object;
    };

const { keys } = SCENARIO;
const HOSTILE = [
  'plain.pdf',
  '<!channel> \u001b[2J\u202egnp.pdf',
  'a b/ü+%2F?versionId=x',
  '=cmd|\r\n"\'`$(id)`',
];

// copies and moves take many calls, so that more can happen meanwhile
const MORE_OF_MANY_CALLS = [
  ...FAMILIES,
  'copy',
  'dual',
  'dual',
  'move',
  'move',
  'isolate',
] as const;

const LOCKS: readonly object[] = [
  {},
  {},
  { ObjectLockLegalHoldStatus: 'ON' },
  {
    ObjectLockMode: 'GOVERNANCE',
    ObjectLockRetainUntilDate: new Date('2026-11-24T12:00:00Z'),
  },
];

const ENCRYPTIONS: readonly (readonly [string, object])[] = [
  ['PutObject', {}],
  [
    'PutObject',
    { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.main, BucketKeyEnabled: true },
  ],
  [
    'PutObject',
    { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.main, BucketKeyEnabled: false },
  ],
  ['PutObject', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.old, BucketKeyEnabled: true }],
  ['PutUnencryptedObject', {}],
  ['PutObject', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.foreign }],
  ['PutObject', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.alike }],
  ['PutObject', { ServerSideEncryption: 'aws:kms' }],
  ['PutObject', { ServerSideEncryption: 'aws:kms:dsse', SSEKMSKeyId: keys.main }],
  ['PutObject', { ServerSideEncryption: 'aws:kms:dsse', SSEKMSKeyId: keys.old }],
  ['PutObject', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.elsewhere }],
  ['PutManagedElsewhereObject', { ServerSideEncryption: 'aws:backup' }],
];

const ATTRIBUTES: readonly object[] = [
  {},
  {
    ContentType: 'text/csv',
    CacheControl: 'no-cache',
    Metadata: { owner: 'zoë', 'x-note': '=1+1' },
    Tagging: 'team=pay&case=7',
  },
  {
    StorageClass: 'STANDARD_IA',
    Metadata: { a: '1' },
    ContentLanguage: 'de',
    WebsiteRedirectLocation: '/x',
  },
  { Tagging: 'team=pay' },
  { StorageClass: 'GLACIER' },
];

/** Draws what users do in one run: in an order that stays, at moments that the scheduler chooses. */
export const drawActions = (choices: Choices): readonly UserAction[] => {
  const { choose } = choices;
  const pick = <One>(list: readonly One[]): One => list[choose(list.length)] as One;
  let bodies = 0;
  const places = Array.from({ length: 1 + choose(2) }, () => {
    const [versioning, more] = pick(VARIANTS);
    return `${pick(MORE_OF_MANY_CALLS)}-${versioning}${more}`;
  });
  const objectKeys = [pick(HOSTILE), `second ${choose(2)}`].slice(choose(2));
  const where = () => ({ Bucket: pick(places), Key: pick(objectKeys) });

  const put = (): UserAction => {
    bodies += 1;
    const [name, encryption] = pick(ENCRYPTIONS);
    const { Bucket, Key } = where();
    const body = `${bodies}:`.padEnd(choose(3) === 1 ? 40 : 16, `${bodies}`);
    const lock = Bucket.endsWith('-lock') ? pick(LOCKS) : {};
    const acl = Bucket.endsWith('-acl') && choose(2) === 1 ? { ACL: 'public-read' } : {};
    const service = name === 'PutObject' ? ('s3' as const) : ('model' as const);
    const input = {
      Bucket,
      Key,
      Body: Buffer.from(body),
      ...pick(ATTRIBUTES),
      ...lock,
      ...acl,
      ...encryption,
    };
    return { kind: 'call', service, name, input };
  };
  const onVersion = (name: string, input: object = {}, service: Service = 's3'): UserAction => ({
    kind: 'on-version',
    service,
    name,
    back: choose(2),
    input: { ...where(), ...input },
  });
  const kms = (name: string, input: object): UserAction => ({
    kind: 'call',
    service: 'kms',
    name,
    input,
  });
  const model = (name: string, input: object): UserAction => ({
    kind: 'call',
    service: 'model',
    name,
    input,
  });
  const key = () => pick([keys.main, keys.old, keys.foreign]);

  const kinds: readonly (() => UserAction)[] = [
    put,
    put,
    put,
    () => ({ kind: 'call', service: 's3', name: 'DeleteObject', input: where() }),
    () => onVersion('DeleteObject'),
    () =>
      onVersion('PutObjectTagging', {
        Tagging: { TagSet: [{ Key: 'late', Value: `${choose(3)}` }] },
      }),
    () => onVersion('PutObjectTagging', { Tagging: { TagSet: [{ Key: 'team', Value: 'pay' }] } }),
    () =>
      onVersion('PutObjectAnnotation', {
        AnnotationName: `n${choose(2)}`,
        AnnotationPayload: Buffer.from(`note ${choose(9)}`),
      }),
    () => onVersion('PutObjectLegalHold', { LegalHold: { Status: pick(['ON', 'OFF']) } }),
    () =>
      onVersion('TransitionObject', { StorageClass: pick(['GLACIER', 'STANDARD_IA']) }, 'model'),
    () => kms('DisableKey', { KeyId: key() }),
    () => kms('EnableKey', { KeyId: key() }),
    () => kms('ScheduleKeyDeletion', { KeyId: key(), PendingWindowInDays: 7 }),
    () => kms('CancelKeyDeletion', { KeyId: key() }),
    () => kms('DisableKeyRotation', { KeyId: keys.main }),
    () => kms('UpdateAlias', { AliasName: 'alias/main', TargetKeyId: keys.foreign }),
    () =>
      model('DenyRequests', {
        Bucket: pick(places),
        Operations: [
          pick([
            'HeadObject',
            'GetObjectTagging',
            'UpdateObjectEncryption',
            'CopyObject',
            'GetBucketVersioning',
            'DeleteObject',
          ]),
        ],
      }),
    () => model('AllowRequests', { Bucket: pick(places) }),
    () =>
      model('DenyKeyRequests', {
        KeyId: keys.main,
        Operations: pick([['DescribeKey'], ['Cryptography'], []]),
      }),
    () => ({
      kind: 'call',
      service: 's3',
      name: 'PutBucketReplication',
      input: {
        Bucket: pick(places),
        ReplicationConfiguration: {
          Role: 'arn:aws:iam::111122223333:role/replicate',
          Rules: [
            {
              ID: 'r',
              Priority: 1,
              Status: 'Enabled',
              Filter: { Prefix: '' },
              DeleteMarkerReplication: { Status: 'Disabled' },
              Destination: {
                Bucket: 'arn:aws:s3:::elsewhere',
                ...(choose(2) === 1 && { EncryptionConfiguration: { ReplicaKmsKeyID: keys.main } }),
              },
              ...(choose(2) === 1 && {
                SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
              }),
            },
          ],
        },
      },
    }),
    () => onVersion('CompleteReplication', { Status: pick(['COMPLETED', 'FAILED']) }, 'model'),
    () => ({
      kind: 'call',
      service: 's3',
      name: 'DeleteBucketPolicy',
      input: { Bucket: pick(places) },
    }),
    () => ({
      kind: 'call',
      service: 's3',
      name: 'PutBucketVersioning',
      input: {
        Bucket: pick(places),
        VersioningConfiguration: { Status: pick(['Suspended', 'Enabled']) },
      },
    }),
    () => ({ kind: 'deploy', policyIndex: choose(3), mode: pick(['enforce', 'observe'] as const) }),
    () => ({
      kind: 'message',
      body: pick(['{', '{"v":1}', 'null', '{"v":2,"cause":"sweep","refs":[]}']),
    }),
    () => sweep(),
    () => ({
      kind: 'message',
      body: JSON.stringify({
        v: 1,
        cause: 'redrive',
        refs: [{ bucket: SCENARIO.ownBuckets[choose(2)], key: 'k' }],
      }),
    }),
  ];
  const sweep = (): UserAction => ({ kind: 'sweep', buckets: places });
  // of objects from before S3 told of anything nobody hears but by a sweep
  const putAndMore = (): readonly UserAction[] => {
    const one = put();
    const { service, input } = one as Extract<UserAction, { kind: 'call' }>;
    const { Bucket, Key } = input as { Bucket: string; Key: string };
    const AnnotationPayload = Buffer.from('a note');
    const noted: UserAction = {
      kind: 'on-version',
      service: 's3',
      name: 'PutObjectAnnotation',
      back: 0,
      input: { Bucket, Key, AnnotationName: 'n0', AnnotationPayload },
    };
    return [one, ...(choose(3) === 1 ? [noted] : []), ...(service === 'model' ? [sweep()] : [])];
  };
  const first = putAndMore();
  const more = choose(6);
  const others = Array.from({ length: more }, () =>
    choose(2) === 0 ? putAndMore() : [pick(kinds)()],
  );
  return [...first, ...others.flat()];
};
