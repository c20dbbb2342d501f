// https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html status: documented
import { Map } from 'immutable';
import type { CallContext, Refused } from '../call.ts';
import { isRefused, ok } from '../result.ts';
import type { AwsModel } from '../state.ts';
import { kmsRefusal, type KmsHandler, type KmsInputOf } from './kms-handler.ts';
import { toKeyMetadata } from './key-metadata.ts';
import type { KmsKey } from './kms-key.ts';
import { addKey } from './new-key.ts';

const MAC = /^HMAC_/;
const RSA = /^RSA_/;

// Symmetric keys encrypt, HMAC keys make MACs, RSA keys do either, curves sign or agree, but say which.
const usagesOf = (spec: string): readonly string[] => {
  if (spec === 'SYMMETRIC_DEFAULT') return ['ENCRYPT_DECRYPT'];
  if (MAC.test(spec)) return ['GENERATE_VERIFY_MAC'];
  if (RSA.test(spec)) return ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'];
  if (spec === 'SM2') return ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT'];
  if (spec.startsWith('ML_KEM_')) return ['ENCAPSULATE_DECAPSULATE'];
  return ['SIGN_VERIFY', 'KEY_AGREEMENT'];
};

type Wanted = Pick<
  KmsKey,
  'spec' | 'usage' | 'origin' | 'state' | 'multiRegion' | 'description' | 'tags'
> & { readonly policy?: string };

export const readNewKey = (input: KmsInputOf<'CreateKey'>): Wanted | Refused => {
  const spec = input.KeySpec ?? input.CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
  const usage = input.KeyUsage ?? 'ENCRYPT_DECRYPT';
  const origin = input.Origin ?? 'AWS_KMS';
  if (!usagesOf(spec).includes(usage)) {
    return kmsRefusal(
      'ValidationException',
      `KeyUsage ${usage} is not compatible with KeySpec ${spec}`,
    );
  }
  if (origin !== 'AWS_KMS' && origin !== 'EXTERNAL') {
    return kmsRefusal('UnsupportedOperationException', `Origin ${origin} is not modelled`);
  }
  return {
    spec,
    usage,
    origin,
    state: origin === 'EXTERNAL' ? 'PendingImport' : 'Enabled',
    multiRegion: input.MultiRegion === true,
    description: input.Description ?? '',
    tags: Map((input.Tags ?? []).map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue])),
    ...(input.Policy === undefined ? {} : { policy: input.Policy }),
  };
};

export const createKeyFor = (
  model: AwsModel,
  account: string,
  input: KmsInputOf<'CreateKey'>,
  { now }: CallContext,
  sharedWith: readonly string[] = [],
) => {
  const wanted = readNewKey(input);
  if (isRefused(wanted)) return wanted;
  const added = addKey(model, now, { ...wanted, account, sharedWith });
  return ok(added.model, { KeyMetadata: toKeyMetadata(added.key) });
};

export const createKey: KmsHandler<'CreateKey'> = (model, input, context) =>
  createKeyFor(model, context.caller.account, input, context);
