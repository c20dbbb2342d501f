// Which state a key may go to from which.
// https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html status: documented
import type { CallContext, Refused } from '../call.ts';
import type { KmsOperations } from '../kms-operations.ts';
import { isRefused, ok } from '../result.ts';
import type { AwsModel } from '../state.ts';
import { invalidState, kmsRefusal, openOwnKey, saveKey, type KmsHandler } from './kms-handler.ts';
import type { KmsKey } from './kms-key.ts';

const DAY = 24 * 60 * 60 * 1000;

const openSwitchable = (
  model: AwsModel,
  reference: string | undefined,
  context: CallContext,
  operation: keyof KmsOperations,
): KmsKey | Refused => {
  const key = openOwnKey(model, reference, context, operation);
  if (isRefused(key)) return key;
  return key.state === 'Enabled' || key.state === 'Disabled' ? key : invalidState(key);
};

export const enableKey: KmsHandler<'EnableKey'> = (model, input, context) => {
  const key = openSwitchable(model, input.KeyId, context, 'EnableKey');
  return isRefused(key) ? key : ok(saveKey(model, { ...key, state: 'Enabled' }), {});
};

export const disableKey: KmsHandler<'DisableKey'> = (model, input, context) => {
  const key = openSwitchable(model, input.KeyId, context, 'DisableKey');
  return isRefused(key) ? key : ok(saveKey(model, { ...key, state: 'Disabled' }), {});
};

export const scheduleKeyDeletion: KmsHandler<'ScheduleKeyDeletion'> = (model, input, context) => {
  const days = input.PendingWindowInDays ?? 30;
  if (!Number.isInteger(days) || days < 7 || days > 30) {
    return kmsRefusal('ValidationException', 'PendingWindowInDays must be between 7 and 30');
  }
  const key = openOwnKey(model, input.KeyId, context, 'ScheduleKeyDeletion');
  if (isRefused(key)) return key;
  if (key.state === 'PendingDeletion') return invalidState(key);
  const deletionDate = context.now + days * DAY;
  return ok(saveKey(model, { ...key, state: 'PendingDeletion', deletionDate }), {
    KeyId: key.arn,
    DeletionDate: new Date(deletionDate),
    KeyState: 'PendingDeletion',
    PendingWindowInDays: days,
  });
};

/** The key comes back disabled: somebody has to enable it. */
export const cancelKeyDeletion: KmsHandler<'CancelKeyDeletion'> = (model, input, context) => {
  const key = openOwnKey(model, input.KeyId, context, 'CancelKeyDeletion');
  if (isRefused(key)) return key;
  if (key.state !== 'PendingDeletion') return invalidState(key);
  const restored: KmsKey = { ...key, state: 'Disabled', deletionDate: undefined };
  return ok(saveKey(model, restored), { KeyId: key.arn });
};
