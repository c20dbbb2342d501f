// https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html status: documented
// https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html status: documented
import { isRefused, ok } from '../result.ts';
import { withAwsS3Key } from './aws-managed-key.ts';
import { toKeyMetadata } from './key-metadata.ts';
import { openKey, type KmsHandler } from './kms-handler.ts';
import { kmsPage } from './kms-page.ts';

/** Takes a key id, a key ARN, an alias or an alias ARN. */
export const describeKey: KmsHandler<'DescribeKey'> = (before, input, context) => {
  const reference = input.KeyId ?? '';
  const model = withAwsS3Key(before, reference, context.caller.account, context.now);
  const key = openKey(model, reference, context, 'DescribeKey');
  return isRefused(key) ? key : ok(model, { KeyMetadata: toKeyMetadata(key) });
};

export const listKeys: KmsHandler<'ListKeys'> = (model, input, { caller }) => {
  const own = [...model.keys.values()].filter(({ account }) => account === caller.account);
  const { page, ...more } = kmsPage(own, ({ arn }) => arn, input, 100);
  return ok(model, {
    Keys: page.map(({ keyId, arn }) => ({ KeyId: keyId, KeyArn: arn })),
    ...more,
  });
};
