import { CreateAliasCommand, CreateKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type KeyAlias, type KeyArn, parseKeyArn } from '../../../core/keys/key-arn.ts';
import type { LockPin } from '../../../core/policy/policy-lock.ts';
import type { Front } from '../../front/start-front.ts';

/** The keys that the demo's objects are under. Each but the foreign one has an alias of the same name. */
export type DemoKeys = {
  readonly payroll: KeyArn; // the target
  readonly 'payroll-2019': KeyArn; // its predecessor, listed in `rekey-from`
  readonly research: KeyArn; // a customer key that nothing in the policy names
  readonly foreign: KeyArn; // of another account, which shares it with ours
};

const OTHER_ACCOUNT = '444455556666';

export const toKeyArn = (text: string | undefined): KeyArn => {
  const arn = parseKeyArn(text ?? '');
  if (arn === undefined) throw new Error(`not a key ARN: \`${text}\``);
  return arn;
};

export const createKey = async (kms: KMSClient, description: string): Promise<KeyArn> => {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Description: description }));
  return toKeyArn(KeyMetadata?.Arn);
};

const createNamedKey = async (kms: KMSClient, name: string): Promise<KeyArn> => {
  const arn = await createKey(kms, name);
  await kms.send(new CreateAliasCommand({ AliasName: `alias/${name}`, TargetKeyId: arn }));
  return arn;
};

export const createKeys = async (
  kms: KMSClient,
  model: Front['model'],
  account: string,
): Promise<DemoKeys> => {
  const [payroll, payroll2019, research] = await Promise.all([
    createNamedKey(kms, 'payroll'),
    createNamedKey(kms, 'payroll-2019'),
    createNamedKey(kms, 'research'),
  ]);
  const foreign = model.apply<'model', 'CreateKeyInAccount'>({
    service: 'model',
    name: 'CreateKeyInAccount',
    input: { Account: OTHER_ACCOUNT, SharedWith: [account] },
  });
  if (foreign.kind === 'error') throw new Error(foreign.message);
  const arn = foreign.output.KeyMetadata?.Arn;
  return { payroll, 'payroll-2019': payroll2019, research, foreign: toKeyArn(arn) };
};

/** What `sealward policy pin` would write into the lock file. */
export const pinsOf = (keys: DemoKeys, account: string, region: string): readonly LockPin[] =>
  (['payroll', 'payroll-2019'] as const).map((name) => ({
    account,
    region,
    alias: `alias/${name}` as KeyAlias,
    keyArn: keys[name],
  }));

/** How a key is called in front of people. */
export const nameOfKey = (keys: DemoKeys, arn: string): string =>
  Object.entries(keys).find(([, known]) => known === arn)?.[0] ??
  `…${arn.slice(arn.lastIndexOf('/') + 1).slice(-6)}`;
