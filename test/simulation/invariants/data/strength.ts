import type { StoredEncryption } from '../../../../local/model/s3/stored-object.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import { familyOf, type Keys } from '../../scenario/scenario.ts';

/** Undefined where it cannot be compared: the key is the customer's own, or another service's. */
const STRENGTH: Readonly<Record<StoredEncryption['kind'], number | undefined>> = {
  none: 0,
  'sse-s3': 1,
  'sse-kms': 2,
  'dsse-kms': 3,
  'sse-c': undefined,
  'managed-elsewhere': undefined,
};

const keyOf = (encryption: StoredEncryption): string | undefined =>
  encryption.kind === 'sse-kms' || encryption.kind === 'dsse-kms' ? encryption.keyArn : undefined;

const isCustomers = ({ keys }: AwsModel, arn: string): boolean => keys.get(arn)?.manager !== 'AWS';

/** Why a content may not go from one encryption to the other, or undefined. */
export const weakness = (
  model: AwsModel,
  from: StoredEncryption,
  to: StoredEncryption,
  mayRekey: (from: string, to: string) => boolean,
): string | undefined => {
  const [before, after] = [STRENGTH[from.kind], STRENGTH[to.kind]];
  if (before === undefined || after === undefined) {
    return `\`${from.kind}\` cannot become \`${to.kind}\``;
  }
  if (after < before) return `\`${from.kind}\` became \`${to.kind}\``;
  const [old, now] = [keyOf(from), keyOf(to)];
  if (old === undefined || now === undefined || old === now) return undefined;
  return isCustomers(model, old) && !mayRekey(old, now)
    ? `the customer's key ${old} was given up for ${now}`
    : undefined;
};

/** `rekey-from` of the simulated policy (scenario/scenario.ts). */
export const mayRekeyIn =
  (bucket: string, { old, main }: Keys) =>
  (from: string, to: string): boolean => {
    const family = familyOf(bucket);
    return (family === 'update' || family === 'exempt') && from === old && to === main;
  };

export const asksBucketKey = (bucket: string): boolean =>
  ['update', 'tagged', 'exempt'].includes(familyOf(bucket) ?? '');
