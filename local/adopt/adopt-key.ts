import { createAsk, textOf } from '../ask.ts';
import type { LocalAws } from '../start-local-aws.ts';

type From = Pick<LocalAws, 'url' | 'account' | 'region' | 'model'>;

/** The key that CloudFormation made in the stand-in, with its ARN, policy and rotation, in our KMS too. */
export const adoptKey = async (aws: From, keyId: string): Promise<string> => {
  const ask = createAsk(aws.url, aws.account, aws.region);
  const { KeyMetadata } = await ask.json('kms', 'DescribeKey', { KeyId: keyId });
  const arn = textOf(KeyMetadata?.['Arn']);
  if (aws.model.state().keys.has(arn)) return arn; // by an earlier deployment
  const { Policy } = await ask.json('kms', 'GetKeyPolicy', { KeyId: keyId, PolicyName: 'default' });
  const rotation = await ask.json('kms', 'GetKeyRotationStatus', { KeyId: keyId });
  const isRotated = (rotation['KeyRotationEnabled'] as unknown) === true;
  const result = aws.model.apply({
    service: 'model',
    name: 'AdoptKey',
    input: {
      KeyArn: arn,
      Description: textOf(KeyMetadata?.['Description'] ?? ''),
      Policy: textOf(Policy),
      ...(isRotated ? { RotationPeriodInDays: 365 } : {}),
    },
  });
  if (result.kind === 'error') throw new Error(`${arn}: ${result.message}`);
  return arn;
};
