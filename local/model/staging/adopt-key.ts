// A key that something else made under an ARN of its own.
// https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html status: assumed
import { addKey } from '../kms/new-key.ts';
import { ok, refuse } from '../result.ts';
import type { ModelHandler } from './model-handler.ts';

const ARN = /^arn:[a-z-]+:kms:([a-z0-9-]+):(\d{12}):key\/(.+)$/;

export const adoptKey: ModelHandler<'AdoptKey'> = (model, input, { now }) => {
  const { KeyArn: arn } = input;
  const [, region, account, keyId] = ARN.exec(arn) ?? [];
  if (account === undefined || keyId === undefined || region !== model.region) {
    return refuse(400, 'NotFoundException', `Invalid arn ${arn}`);
  }
  if (model.keys.has(arn)) return refuse(400, 'AlreadyExistsException', `${arn} already exists`);
  const { Description: description = '', Policy: policy, RotationPeriodInDays: days } = input;
  const added = addKey(model, now, {
    account,
    description,
    ...(policy === undefined ? {} : { policy }),
    rotationDays: days,
    rotationSince: days === undefined ? undefined : now,
  });
  const keys = added.model.keys.delete(added.key.arn).set(arn, { ...added.key, arn, keyId });
  return ok({ ...added.model, keys }, {});
};
