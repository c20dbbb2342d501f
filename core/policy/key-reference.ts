import {
  keyArnParts,
  parseKeyAlias,
  parseKeyArn,
  type KeyAlias,
  type KeyArn,
} from '../keys/key-arn.ts';

/** An alias ARN says its own Region and account, an alias name does not. */
export type AliasReference = {
  readonly kind: 'alias';
  readonly alias: KeyAlias; // as written
  readonly name: string; // `alias/…`
  readonly region?: string;
  readonly account?: string;
};

/** A key as a policy names it. */
export type KeyReference = { readonly kind: 'arn'; readonly keyArn: KeyArn } | AliasReference;

const ALIAS_ARN = /^arn:[^:]+:kms:([^:]+):([^:]+):(alias\/.+)$/;

export const parseKeyReference = (text: string): KeyReference | undefined => {
  const keyArn = parseKeyArn(text);
  if (keyArn !== undefined) {
    return { kind: 'arn', keyArn };
  }
  const alias = parseKeyAlias(text);
  if (alias === undefined) {
    return undefined;
  }
  const [, region, account, name] = ALIAS_ARN.exec(alias) ?? [];
  return name === undefined || region === undefined || account === undefined
    ? { kind: 'alias', alias, name: alias }
    : { kind: 'alias', alias, name, region, account };
};

/** `alias/aws/…` is reserved. https://docs.aws.amazon.com/kms/latest/developerguide/alias-about.html */
export const isAwsManagedAlias = (text: string): boolean => {
  const reference = parseKeyReference(text);
  return reference?.kind === 'alias' && reference.name.startsWith('alias/aws/');
};

/** The account that a key must be in, where its name says so: an alias name does not. */
export const accountOfKey = (text: string): string | undefined => {
  const reference = parseKeyReference(text);
  return reference?.kind === 'arn' ? keyArnParts(reference.keyArn).account : reference?.account;
};
