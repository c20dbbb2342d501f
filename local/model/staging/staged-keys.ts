// Keys of other accounts, and key states that take hardware, an import or 30 days.
// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html status: documented
// https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html status: documented
import { createKeyFor } from '../kms/create-key.ts';
import { findKey } from '../kms/key-reference.ts';
import { saveKey } from '../kms/kms-handler.ts';
import { isRefused, ok } from '../result.ts';
import type { ModelHandler } from './model-handler.ts';

export const createKeyInAccount: ModelHandler<'CreateKeyInAccount'> = (model, input, context) =>
  createKeyFor(model, input.Account, input, context, input.SharedWith ?? []);

/** `Deleted` is the end of a deletion: the key is gone, its aliases with it. */
export const setKeyState: ModelHandler<'SetKeyState'> = (model, input, { caller }) => {
  const key = findKey(model, input.KeyId, caller.account);
  if (isRefused(key)) return key;
  if (input.KeyState !== 'Deleted')
    return ok(saveKey(model, { ...key, state: input.KeyState }), {});
  return ok(
    {
      ...model,
      keys: model.keys.delete(key.arn),
      aliases: model.aliases.filterNot(({ keyArn }) => keyArn === key.arn),
    },
    {},
  );
};
