// https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html status: documented
import type * as KMS from '@aws-sdk/client-kms';
import { withoutUndefined } from '../without-undefined.ts';
import type { KmsKey } from './kms-key.ts';

const algorithms = (key: KmsKey): Partial<KMS.KeyMetadata> => {
  if (key.usage === 'ENCRYPT_DECRYPT') {
    return {
      EncryptionAlgorithms:
        key.spec === 'SYMMETRIC_DEFAULT'
          ? ['SYMMETRIC_DEFAULT']
          : ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
    };
  }
  if (key.usage === 'GENERATE_VERIFY_MAC') {
    return { MacAlgorithms: [key.spec as KMS.MacAlgorithmSpec] };
  }
  return {};
};

const multiRegion = (key: KmsKey): Partial<KMS.KeyMetadata> =>
  key.multiRegion
    ? {
        MultiRegionConfiguration: {
          MultiRegionKeyType: 'PRIMARY',
          PrimaryKey: { Arn: key.arn, Region: key.region },
          ReplicaKeys: [],
        },
      }
    : {};

export const toKeyMetadata = (key: KmsKey): KMS.KeyMetadata =>
  withoutUndefined({
    AWSAccountId: key.account,
    KeyId: key.keyId,
    Arn: key.arn,
    CreationDate: new Date(key.createdAt),
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: key.usage as KMS.KeyUsageType,
    KeyState: key.state,
    DeletionDate: key.deletionDate === undefined ? undefined : new Date(key.deletionDate),
    Origin: key.origin as KMS.OriginType,
    KeyManager: key.manager,
    CustomerMasterKeySpec: key.spec as KMS.CustomerMasterKeySpec,
    KeySpec: key.spec as KMS.KeySpec,
    ...algorithms(key),
    MultiRegion: key.multiRegion,
    ...multiRegion(key),
  });
