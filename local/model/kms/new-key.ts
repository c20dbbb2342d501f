// A key as CreateKey makes it.
// https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html status: documented
import { Map } from 'immutable';
import { takeSerial, uuidOf } from '../ids.ts';
import type { AwsModel } from '../state.ts';
import { keyArnOf } from './key-reference.ts';
import type { KmsKey } from './kms-key.ts';

const rootPolicy = (model: AwsModel, account: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:${model.partition}:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });

type NewKey = Pick<KmsKey, 'account'> & Partial<Omit<KmsKey, 'arn' | 'keyId'>>;

/** The caller says what differs from an enabled symmetric customer key. */
export const addKey = (
  model: AwsModel,
  now: number,
  wanted: NewKey,
): { readonly model: AwsModel; readonly key: KmsKey } => {
  const uuid = uuidOf('key', model.serial);
  const keyId = wanted.multiRegion === true ? `mrk-${uuid.replaceAll('-', '')}` : uuid;
  const arn = keyArnOf(model, wanted.account, keyId);
  const key: KmsKey = {
    arn,
    keyId,
    region: model.region,
    createdAt: now,
    description: '',
    manager: 'CUSTOMER',
    state: 'Enabled',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    origin: 'AWS_KMS',
    multiRegion: false,
    deletionDate: undefined,
    rotationDays: undefined,
    rotationSince: undefined,
    policy: rootPolicy(model, wanted.account),
    tags: Map(),
    sharedWith: [],
    denied: [],
    ...wanted,
  };
  return { model: takeSerial({ ...model, keys: model.keys.set(arn, key) }), key };
};
