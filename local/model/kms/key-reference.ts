// The four ways to name a key, and where each is looked up.
// https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id status: documented
import { isRefused, refuse } from '../result.ts';
import type { Refused } from '../call.ts';
import type { AwsModel } from '../state.ts';
import type { KmsKey } from './kms-key.ts';

const KEY_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;
const ARN = /^arn:(aws[a-z-]*):kms:([a-z0-9-]+):(\d{12}):(key|alias)\/(.+)$/;

export const keyArnOf = (model: AwsModel, account: string, keyId: string): string =>
  `arn:${model.partition}:kms:${model.region}:${account}:key/${keyId}`;

export const aliasArnOf = (model: AwsModel, account: string, name: string): string =>
  `arn:${model.partition}:kms:${model.region}:${account}:${name}`;

const notFound = (message: string): Refused => refuse(400, 'NotFoundException', message);

const keyAt = (model: AwsModel, arn: string): KmsKey | Refused =>
  model.keys.get(arn) ?? notFound(`Key '${arn}' does not exist`);

const aliasAt = (model: AwsModel, arn: string): KmsKey | Refused => {
  const alias = model.aliases.get(arn);
  return alias === undefined ? notFound(`Alias ${arn} is not found.`) : keyAt(model, alias.keyArn);
};

/** Ids and alias names belong to the account that asks: only an ARN reaches another account's key. */
export const findKey = (model: AwsModel, reference: string, account: string): KmsKey | Refused => {
  const [, , region, , type] = ARN.exec(reference) ?? [];
  if (region !== undefined && region !== model.region) return notFound(`Invalid arn ${region}`);
  if (type === 'key') return keyAt(model, reference);
  if (type === 'alias') return aliasAt(model, reference);
  if (reference.startsWith('alias/')) return aliasAt(model, aliasArnOf(model, account, reference));
  return KEY_ID.test(reference)
    ? keyAt(model, keyArnOf(model, account, reference))
    : notFound(`Invalid keyId '${reference}'`);
};

/** As `findKey`, for operations that take a key id or key ARN but no alias. */
export const findKeyButNoAlias = (
  model: AwsModel,
  reference: string,
  account: string,
): KmsKey | Refused => {
  const key = findKey(model, reference, account);
  const isAlias = reference.startsWith('alias/') || ARN.exec(reference)?.[4] === 'alias';
  return isAlias && !isRefused(key) ? notFound(`Invalid keyId '${reference}'`) : key;
};
