import type { Applied, CallContext, OutputOf, Refused } from '../call.ts';
import { isRefused, refuse } from '../result.ts';
import type { KmsOperations } from '../kms-operations.ts';
import type { AwsModel } from '../state.ts';
import { findKey, findKeyButNoAlias } from './key-reference.ts';
import type { KmsKey } from './kms-key.ts';

export type KmsInputOf<N extends keyof KmsOperations> = KmsOperations[N]['input'];

export type KmsHandler<N extends keyof KmsOperations> = (
  model: AwsModel,
  input: KmsInputOf<N>,
  context: CallContext,
) => Applied<OutputOf<'kms', N>> | Refused;

export const saveKey = (model: AwsModel, key: KmsKey): AwsModel => ({
  ...model,
  keys: model.keys.set(key.arn, key),
});

// All of KMS's refusals come with status 400, access denials too.
// https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html
export const kmsRefusal = (code: string, message: string): Refused => refuse(400, code, message);

export const invalidState = (key: KmsKey): Refused =>
  kmsRefusal(
    'KMSInvalidStateException',
    key.state === 'PendingDeletion'
      ? `${key.arn} is pending deletion.`
      : `${key.arn} is in state ${key.state}, which this operation does not allow.`,
  );

export const disabled = (key: KmsKey): Refused =>
  kmsRefusal('DisabledException', `${key.arn} is disabled.`);

const accessDenied = (operation: string, arn: string): Refused =>
  kmsRefusal(
    'AccessDeniedException',
    `User is not authorized to perform: kms:${operation} on resource: ${arn}`,
  );

/** A key that its account reads: by id, ARN or alias; another account's only where it is shared. */
export const openKey = (
  model: AwsModel,
  reference: string | undefined,
  { caller }: CallContext,
  operation: keyof KmsOperations,
): KmsKey | Refused => {
  const key = findKey(model, reference ?? '', caller.account);
  if (isRefused(key)) return key;
  const known = key.account === caller.account || key.sharedWith.includes(caller.account);
  return !known || key.denied.includes(operation) ? accessDenied(operation, key.arn) : key;
};

/** A key that its own account may change: by id or ARN, and never an AWS managed one. */
export const openOwnKey = (
  model: AwsModel,
  reference: string | undefined,
  { caller }: CallContext,
  operation: keyof KmsOperations,
): KmsKey | Refused => {
  const key = findKeyButNoAlias(model, reference ?? '', caller.account);
  if (isRefused(key)) return key;
  const allowed = key.account === caller.account && key.manager === 'CUSTOMER';
  return !allowed || key.denied.includes(operation) ? accessDenied(operation, key.arn) : key;
};
