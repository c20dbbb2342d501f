import type { Service } from '../../../local/model/call.ts';
import { SCENARIO } from '../scenario/make-scenario.ts';
import type { Draw } from './draw.ts';
import type { UserAction } from './user-action.ts';

const { keys } = SCENARIO;

/** Everything but uploads. Each call of one of them draws anew. */
export const otherActions = ({
  choose,
  pick,
  places,
  where,
}: Draw): readonly (() => UserAction)[] => {
  const onVersion = (name: string, input: object = {}, service: Service = 's3'): UserAction => ({
    kind: 'on-version',
    service,
    name,
    back: choose(2),
    input: { ...where(), ...input },
  });
  const call =
    (service: Service) =>
    (name: string, input: object): UserAction => ({ kind: 'call', service, name, input });
  const [s3, kms, model] = [call('s3'), call('kms'), call('model')];
  const key = (): string => pick([keys.main, keys.old, keys.foreign]);

  return [
    () => s3('DeleteObject', where()),
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
    () =>
      s3('PutBucketReplication', {
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
      }),
    () => onVersion('CompleteReplication', { Status: pick(['COMPLETED', 'FAILED']) }, 'model'),
    () => s3('DeleteBucketPolicy', { Bucket: pick(places) }),
    () =>
      s3('PutBucketVersioning', {
        Bucket: pick(places),
        VersioningConfiguration: { Status: pick(['Suspended', 'Enabled']) },
      }),
    () => ({ kind: 'deploy', policyIndex: choose(3), mode: pick(['enforce', 'observe'] as const) }),
    () => ({
      kind: 'message',
      body: pick(['{', '{"v":1}', 'null', '{"v":2,"cause":"sweep","refs":[]}']),
    }),
    () => ({ kind: 'sweep', buckets: places }),
    () => ({
      kind: 'message',
      body: JSON.stringify({
        v: 1,
        cause: 'redrive',
        refs: [{ bucket: SCENARIO.ownBuckets[choose(2)], key: 'k' }],
      }),
    }),
  ];
};
