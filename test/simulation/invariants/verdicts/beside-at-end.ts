import type { KmsKey } from '../../../../local/model/kms/kms-key.ts';
import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import type { AtRest } from '../invariant.ts';
import { keyOf, toldOfStored } from './encryption-told.ts';
import type { Beside } from './expected-verdict.ts';

/** What a verdict on this version would rest on, had it been read when all was over. */
export const besideAtEnd = ({ tags, encryption }: StoredObject, { model }: AtRest): Beside => {
  const key = model.keys.get(keyOf(toldOfStored(encryption)) ?? '');
  return {
    tags: tags.toObject(),
    ...(key !== undefined && {
      manager: key.manager === 'AWS' ? 'aws' : 'customer',
      rotation: isRotating(key),
    }),
  };
};

const isRotating = ({ rotationDays, state }: KmsKey): boolean =>
  rotationDays !== undefined && state !== 'PendingDeletion';
