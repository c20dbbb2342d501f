// Automatic rotation: symmetric keys with KMS's own material only; always on for AWS managed keys.
// https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html status: documented
import { isRefused, ok } from '../result.ts';
import type { Refused } from '../call.ts';
import { withoutUndefined } from '../without-undefined.ts';
import {
  disabled,
  invalidState,
  kmsRefusal,
  openKey,
  openOwnKey,
  saveKey,
  type KmsHandler,
} from './kms-handler.ts';
import type { KmsKey } from './kms-key.ts';
import { findKeyButNoAlias } from './key-reference.ts';

const DAY = 24 * 60 * 60 * 1000;
const STANDARD_PERIOD = 365;

const checkRotatable = (key: KmsKey): Refused | undefined => {
  if (key.spec !== 'SYMMETRIC_DEFAULT' || key.origin !== 'AWS_KMS') {
    return kmsRefusal(
      'UnsupportedOperationException',
      `${key.arn} cannot be rotated automatically.`,
    );
  }
  if (key.state === 'Disabled') return disabled(key);
  return key.state === 'Enabled' ? undefined : invalidState(key);
};

export const enableKeyRotation: KmsHandler<'EnableKeyRotation'> = (model, input, context) => {
  const days = input.RotationPeriodInDays ?? STANDARD_PERIOD;
  if (days < 90 || days > 2560) {
    return kmsRefusal('ValidationException', 'RotationPeriodInDays must be between 90 and 2560');
  }
  const key = openOwnKey(model, input.KeyId, context, 'EnableKeyRotation');
  if (isRefused(key)) return key;
  const unfit = checkRotatable(key);
  if (unfit !== undefined) return unfit;
  return ok(saveKey(model, { ...key, rotationDays: days, rotationSince: context.now }), {});
};

export const disableKeyRotation: KmsHandler<'DisableKeyRotation'> = (model, input, context) => {
  const key = openOwnKey(model, input.KeyId, context, 'DisableKeyRotation');
  if (isRefused(key)) return key;
  const unfit = checkRotatable(key);
  if (unfit !== undefined) return unfit;
  const still: KmsKey = { ...key, rotationDays: undefined, rotationSince: undefined };
  return ok(saveKey(model, still), {});
};

/** Off while deletion is pending; keys that cannot rotate say false. Takes no alias. */
export const getKeyRotationStatus: KmsHandler<'GetKeyRotationStatus'> = (model, input, context) => {
  const named = findKeyButNoAlias(model, input.KeyId ?? '', context.caller.account);
  if (isRefused(named)) return named;
  const key = openKey(model, named.arn, context, 'GetKeyRotationStatus');
  if (isRefused(key)) return key;
  const on = key.rotationDays !== undefined && key.state !== 'PendingDeletion';
  const next = (key.rotationSince ?? 0) + (key.rotationDays ?? 0) * DAY;
  const output = {
    KeyId: key.arn,
    KeyRotationEnabled: on,
    RotationPeriodInDays: on ? key.rotationDays : undefined,
    NextRotationDate: on ? new Date(next) : undefined,
  };
  return ok(model, withoutUndefined(output));
};
