// Aliases belong to an account and Region, and point to a key of the same account.
// https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html status: documented
// https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html status: documented
import type * as KMS from '@aws-sdk/client-kms';
import type { CallContext, Refused } from '../call.ts';
import { isRefused, ok } from '../result.ts';
import type { AwsModel } from '../state.ts';
import { aliasArnOf, findKeyButNoAlias } from './key-reference.ts';
import { invalidState, kmsRefusal, openKey, openOwnKey, type KmsHandler } from './kms-handler.ts';
import type { KmsAlias, KmsKey } from './kms-key.ts';
import { kmsPage } from './kms-page.ts';

const NAME = /^alias\/[a-zA-Z0-9/_-]{1,250}$/;

const checkName = (name: string): Refused | undefined => {
  if (!NAME.test(name)) {
    return kmsRefusal('ValidationException', `Alias must match ${NAME.source}: ${name}`);
  }
  // The prefix `alias/aws/` is reserved for AWS managed keys.
  return name.startsWith('alias/aws/') ? kmsRefusal('NotAuthorizedException', '') : undefined;
};

const openTarget = (
  model: AwsModel,
  reference: string | undefined,
  context: CallContext,
  operation: 'CreateAlias' | 'UpdateAlias',
): KmsKey | Refused => {
  const key = openOwnKey(model, reference, context, operation);
  if (isRefused(key)) return key;
  return key.state === 'PendingDeletion' ? invalidState(key) : key;
};

const openAlias = (model: AwsModel, name: string, account: string): KmsAlias | Refused => {
  const arn = aliasArnOf(model, account, name);
  return model.aliases.get(arn) ?? kmsRefusal('NotFoundException', `Alias ${arn} is not found.`);
};

const saveAlias = (model: AwsModel, alias: KmsAlias): AwsModel => ({
  ...model,
  aliases: model.aliases.set(alias.arn, alias),
});

export const createAlias: KmsHandler<'CreateAlias'> = (model, input, context) => {
  const name = input.AliasName ?? '';
  const misnamed = checkName(name);
  if (misnamed !== undefined) return misnamed;
  const key = openTarget(model, input.TargetKeyId, context, 'CreateAlias');
  if (isRefused(key)) return key;
  const arn = aliasArnOf(model, context.caller.account, name);
  if (model.aliases.has(arn)) {
    return kmsRefusal('AlreadyExistsException', `An alias with the name ${arn} already exists`);
  }
  const { now } = context;
  return ok(saveAlias(model, { arn, name, keyArn: key.arn, createdAt: now, updatedAt: now }), {});
};

/** Old and new key must be of one kind, so that no ciphertext is left without its algorithm. */
export const updateAlias: KmsHandler<'UpdateAlias'> = (model, input, context) => {
  const name = input.AliasName ?? '';
  const misnamed = checkName(name);
  if (misnamed !== undefined) return misnamed;
  const alias = openAlias(model, name, context.caller.account);
  if (isRefused(alias)) return alias;
  const key = openTarget(model, input.TargetKeyId, context, 'UpdateAlias');
  if (isRefused(key)) return key;
  const before = model.keys.get(alias.keyArn);
  const sameKind =
    before === undefined ||
    (before.usage === key.usage &&
      (before.spec === 'SYMMETRIC_DEFAULT') === (key.spec === 'SYMMETRIC_DEFAULT'));
  return sameKind
    ? ok(saveAlias(model, { ...alias, keyArn: key.arn, updatedAt: context.now }), {})
    : kmsRefusal(
        'ValidationException',
        'The current and new KMS keys must be the same type and have the same key usage',
      );
};

export const deleteAlias: KmsHandler<'DeleteAlias'> = (model, input, { caller }) => {
  const name = input.AliasName ?? '';
  const misnamed = checkName(name);
  if (misnamed !== undefined) return misnamed;
  const alias = openAlias(model, name, caller.account);
  if (isRefused(alias)) return alias;
  return ok({ ...model, aliases: model.aliases.delete(alias.arn) }, {});
};

const showAlias = (alias: KmsAlias): KMS.AliasListEntry => ({
  AliasName: alias.name,
  AliasArn: alias.arn,
  TargetKeyId: alias.keyArn.slice(alias.keyArn.indexOf(':key/') + ':key/'.length),
  CreationDate: new Date(alias.createdAt),
  LastUpdatedDate: new Date(alias.updatedAt),
});

export const listAliases: KmsHandler<'ListAliases'> = (model, input, context) => {
  const ofAccount = aliasArnOf(model, context.caller.account, 'alias/');
  const own = [...model.aliases.values()].filter(({ arn }) => arn.startsWith(ofAccount));
  if (input.KeyId === undefined) {
    const { page, ...more } = kmsPage(own, ({ arn }) => arn, input, 50);
    return ok(model, { Aliases: page.map(showAlias), ...more });
  }
  const named = findKeyButNoAlias(model, input.KeyId, context.caller.account);
  const key = isRefused(named) ? named : openKey(model, named.arn, context, 'ListAliases');
  if (isRefused(key)) return key;
  const ofKey = own.filter(({ keyArn }) => keyArn === key.arn);
  const { page, ...more } = kmsPage(ofKey, ({ arn }) => arn, input, 50);
  return ok(model, { Aliases: page.map(showAlias), ...more });
};
