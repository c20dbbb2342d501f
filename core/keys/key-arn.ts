declare const brand: unique symbol;

/** Full ARN of a KMS key, never of an alias: `arn:aws:kms:eu-west-1:111122223333:key/…`. */
export type KeyArn = string & { readonly [brand]: 'KeyArn' };

/** An alias name (`alias/payroll`) or alias ARN. A policy may name it; nothing is ever encrypted to it. */
export type KeyAlias = string & { readonly [brand]: 'KeyAlias' };

// https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN
const KEY_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):(\d{12}):key\/([A-Za-z0-9-]{1,128})$/;
const KEY_ALIAS =
  /^(?:arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:)?alias\/(?=[^/])[A-Za-z0-9/_-]{1,250}$/;

export const parseKeyArn = (text: string): KeyArn | undefined =>
  KEY_ARN.test(text) ? (text as KeyArn) : undefined;

export const parseKeyAlias = (text: string): KeyAlias | undefined =>
  KEY_ALIAS.test(text) ? (text as KeyAlias) : undefined;

export type KeyArnParts = {
  readonly region: string;
  readonly account: string;
  readonly keyId: string;
};

export const keyArnParts = (arn: KeyArn): KeyArnParts => {
  const [, region, account, keyId] = KEY_ARN.exec(arn) ?? [];
  if (region === undefined || account === undefined || keyId === undefined) {
    throw new Error(`not a KMS key ARN: \`${arn}\``);
  }
  return { region, account, keyId };
};
