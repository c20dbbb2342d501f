// IAM, bucket and key policies are not evaluated: a test names what they would deny.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html status: assumed
import { findKey } from '../kms/key-reference.ts';
import { saveKey } from '../kms/kms-handler.ts';
import { isRefused, ok } from '../result.ts';
import type { ModelHandler } from './model-handler.ts';

export const denyRequests: ModelHandler<'DenyRequests'> = (model, input) => {
  const denial = { bucket: input.Bucket, key: input.Key, operations: input.Operations };
  return ok({ ...model, denials: model.denials.push(denial) }, {});
};

export const allowRequests: ModelHandler<'AllowRequests'> = (model, input) => {
  const denials = model.denials.filterNot(
    ({ bucket, key }) => bucket === input.Bucket && key === input.Key,
  );
  return ok({ ...model, denials }, {});
};

export const denyKeyRequests: ModelHandler<'DenyKeyRequests'> = (model, input, { caller }) => {
  const key = findKey(model, input.KeyId, caller.account);
  return isRefused(key) ? key : ok(saveKey(model, { ...key, denied: input.Operations }), {});
};
