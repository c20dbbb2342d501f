import type { ModelOperations } from '../model-operations.ts';
import { adoptKey } from './adopt-key.ts';
import { allowRequests, denyKeyRequests, denyRequests } from './denied-requests.ts';
import type { ModelHandler } from './model-handler.ts';
import { putManagedElsewhereObject, putUnencryptedObject } from './seed-objects.ts';
import { createKeyInAccount, setKeyState } from './staged-keys.ts';
import {
  completeReplication,
  expireObject,
  hideMetadata,
  transitionObject,
} from './staged-objects.ts';

export const modelHandlers: { readonly [N in keyof ModelOperations]: ModelHandler<N> } = {
  PutUnencryptedObject: putUnencryptedObject,
  PutManagedElsewhereObject: putManagedElsewhereObject,
  DenyRequests: denyRequests,
  AllowRequests: allowRequests,
  DenyKeyRequests: denyKeyRequests,
  CreateKeyInAccount: createKeyInAccount,
  AdoptKey: adoptKey,
  SetKeyState: setKeyState,
  HideMetadata: hideMetadata,
  CompleteReplication: completeReplication,
  TransitionObject: transitionObject,
  ExpireObject: expireObject,
};
