// `aws/s3`: made when it is first needed, one per account and Region.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html status: documented
// DescribeKey of a predefined alias makes the key too.
// https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html status: documented
import type { AwsModel } from '../state.ts';
import { aliasArnOf } from './key-reference.ts';
import { addKey } from './new-key.ts';

export const AWS_S3_ALIAS = 'alias/aws/s3';

const namesIt = (model: AwsModel, reference: string, account: string): boolean =>
  reference === AWS_S3_ALIAS || reference === aliasArnOf(model, account, AWS_S3_ALIAS);

/** The model in which `aws/s3` exists, where the reference names it; else the model as it was. */
export const withAwsS3Key = (
  model: AwsModel,
  reference: string,
  account: string,
  now: number,
): AwsModel => {
  const arn = aliasArnOf(model, account, AWS_S3_ALIAS);
  if (!namesIt(model, reference, account) || model.aliases.has(arn)) return model;
  const added = addKey(model, now, {
    account,
    manager: 'AWS',
    description: 'Default key that protects my S3 objects when no other key is defined',
    rotationDays: 365,
    rotationSince: now,
  });
  const alias = { arn, name: AWS_S3_ALIAS, keyArn: added.key.arn, createdAt: now, updatedAt: now };
  return { ...added.model, aliases: added.model.aliases.set(arn, alias) };
};
