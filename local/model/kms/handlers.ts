import type { KmsOperations } from '../kms-operations.ts';
import { createKey } from './create-key.ts';
import { createAlias, deleteAlias, listAliases, updateAlias } from './key-aliases.ts';
import { getKeyPolicy, putKeyPolicy } from './key-policy.ts';
import { disableKeyRotation, enableKeyRotation, getKeyRotationStatus } from './key-rotation.ts';
import { cancelKeyDeletion, disableKey, enableKey, scheduleKeyDeletion } from './key-states.ts';
import { listResourceTags, tagResource, untagResource } from './key-tags.ts';
import type { KmsHandler } from './kms-handler.ts';
import { describeKey, listKeys } from './read-keys.ts';

export const kmsHandlers: { readonly [N in keyof KmsOperations]: KmsHandler<N> } = {
  CreateKey: createKey,
  DescribeKey: describeKey,
  ListKeys: listKeys,
  EnableKey: enableKey,
  DisableKey: disableKey,
  ScheduleKeyDeletion: scheduleKeyDeletion,
  CancelKeyDeletion: cancelKeyDeletion,
  EnableKeyRotation: enableKeyRotation,
  DisableKeyRotation: disableKeyRotation,
  GetKeyRotationStatus: getKeyRotationStatus,
  GetKeyPolicy: getKeyPolicy,
  PutKeyPolicy: putKeyPolicy,
  CreateAlias: createAlias,
  UpdateAlias: updateAlias,
  DeleteAlias: deleteAlias,
  ListAliases: listAliases,
  TagResource: tagResource,
  UntagResource: untagResource,
  ListResourceTags: listResourceTags,
};
