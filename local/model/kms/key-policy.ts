// Kept and shown, never evaluated: what a key policy denies, a test says with `DenyKeyRequests`.
// https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html status: documented
import { isRefused, ok } from '../result.ts';
import { kmsRefusal, openOwnKey, saveKey, type KmsHandler } from './kms-handler.ts';
import { findKeyButNoAlias } from './key-reference.ts';

const POLICY_NAME = 'default';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // not JSON
  }
};

export const putKeyPolicy: KmsHandler<'PutKeyPolicy'> = (model, input, context) => {
  const key = openOwnKey(model, input.KeyId, context, 'PutKeyPolicy');
  if (isRefused(key)) return key;
  const policy = input.Policy ?? '';
  return isJson(policy)
    ? ok(saveKey(model, { ...key, policy }), {})
    : kmsRefusal('MalformedPolicyDocumentException', 'The policy document is not valid JSON');
};

export const getKeyPolicy: KmsHandler<'GetKeyPolicy'> = (model, input, { caller }) => {
  const key = findKeyButNoAlias(model, input.KeyId ?? '', caller.account);
  if (isRefused(key)) return key;
  return key.account === caller.account && !key.denied.includes('GetKeyPolicy')
    ? ok(model, { Policy: key.policy, PolicyName: POLICY_NAME })
    : kmsRefusal(
        'AccessDeniedException',
        `User is not authorized to perform: kms:GetKeyPolicy on resource: ${key.arn}`,
      );
};
