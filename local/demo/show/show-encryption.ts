import type { Encryption } from '../../../core/objects/encryption.ts';
import { showText } from '../../../core/show-text.ts';
import { nameOfKey } from '../stage/keys.ts';
import type { World } from '../world/world.ts';

const AWS_S3 = 'alias/aws/s3';

/** What was found, in a few words: `sse-kms payroll-2019`; `-` where it could not be read. */
export const showEncryption = (
  { keys, model }: Pick<World, 'keys' | 'model'>,
  encryption: Encryption | undefined,
): string => {
  const named = (arn: string): string => {
    const alias = model
      .state()
      .aliases.find(({ keyArn, name }) => keyArn === arn && name === AWS_S3);
    return alias === undefined ? nameOfKey(keys, arn) : 'aws/s3';
  };
  if (encryption === undefined) return '-';
  switch (encryption.kind) {
    case 'sse-kms':
      return `sse-kms ${named(encryption.keyArn)}`;
    case 'dsse-kms':
      return `dsse-kms ${named(encryption.keyArn)}`;
    case 'managed-elsewhere':
      return showText(encryption.by);
    default:
      return encryption.kind;
  }
};
