import { applyCall } from '../../../local/model/apply.ts';
import type { Service } from '../../../local/model/call.ts';
import { emptyModel, type AwsModel } from '../../../local/model/state.ts';
import { denyStatement } from '../../../core/guard/deny-statement.ts';
import { parseRoleArn } from '../../../core/guard/role-arn.ts';
import { ACCOUNT, OTHER_ACCOUNT, REGION } from '../../made/facts.ts';
import { FAMILIES, type Keys } from './scenario.ts';

export const STARTED_AT = Date.parse('2026-11-24T09:00:00Z');
export const LEAST_PART_BYTES = 8;
export const STACK = 'sim';
export const QUARANTINE_BUCKET = 'sim-quarantine';
export const AUDIT_BUCKET = 'sim-audit';
export const roleOf = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${STACK}-${name}`;
export const TRUSTED = ['judge-object', 'quarantine-object', 'release'].map(roleOf);

type Base = { readonly model: AwsModel; readonly keys: Keys };

/** Every bucket and key of every scenario, made once: states are immutable, so all runs begin with this one. */
export const createBase = (): Base => {
  let model = emptyModel({
    account: ACCOUNT,
    region: REGION,
    partition: 'aws',
    limits: { copySourceBytes: 64, minPartBytes: LEAST_PART_BYTES },
  });
  const call = (service: Service, name: string, input: object): Record<string, unknown> => {
    const caller = { account: ACCOUNT };
    const asked = { service, name, input, caller, now: STARTED_AT, requestId: 'base' };
    const { state, result } = applyCall(model, asked);
    if (result.kind !== 'ok') throw new Error(`${name}: ${result.code} ${result.message}`);
    model = state;
    return result.output as Record<string, unknown>;
  };
  const keyOf = (output: Record<string, unknown>): string =>
    (output['KeyMetadata'] as { readonly Arn: string }).Arn;
  const key = (Description: string): string => {
    const arn = keyOf(call('kms', 'CreateKey', { Description }));
    call('kms', 'EnableKeyRotation', { KeyId: arn });
    return arn;
  };
  const main = key('main');
  call('model', 'AdoptKey', { KeyArn: `${main}a`, Description: 'alike' });
  const keys: Keys = {
    main,
    alike: `${main}a`,
    old: key('old'),
    foreign: key('foreign'),
    quarantine: key('quarantine'),
    elsewhere: keyOf(
      call('model', 'CreateKeyInAccount', { Account: OTHER_ACCOUNT, SharedWith: [ACCOUNT] }),
    ),
  };
  call('kms', 'CreateAlias', { AliasName: 'alias/main', TargetKeyId: main });

  const bucket = (Bucket: string, versioning: string, more: string): void => {
    const lock = more === '-lock';
    const LocationConstraint = REGION;
    call('s3', 'CreateBucket', {
      Bucket,
      CreateBucketConfiguration: { LocationConstraint },
      ...(lock && { ObjectLockEnabledForBucket: true }),
    });
    const Status = versioning === 'suspended' ? 'Suspended' : 'Enabled';
    if (versioning !== 'off' && !lock) {
      call('s3', 'PutBucketVersioning', { Bucket, VersioningConfiguration: { Status: 'Enabled' } });
      call('s3', 'PutBucketVersioning', { Bucket, VersioningConfiguration: { Status } });
    }
    call('s3', 'PutBucketEncryption', {
      Bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    if (more === '-acl') {
      call('s3', 'PutBucketOwnershipControls', {
        Bucket,
        OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
      });
    }
    call('s3', 'PutBucketNotificationConfiguration', {
      Bucket,
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    });
  };
  const trusted = TRUSTED.flatMap((arn) => parseRoleArn(arn) ?? []);
  for (const family of FAMILIES) {
    for (const [versioning, more] of VARIANTS) {
      const Bucket = `${family}-${versioning}${more}`;
      bucket(Bucket, versioning, more);
      if (family === 'isolate' || family === 'move') {
        const statement = denyStatement({
          bucket: Bucket,
          partition: 'aws',
          trustedRoles: trusted,
        });
        const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
        call('s3', 'PutBucketPolicy', { Bucket, Policy });
      }
    }
  }
  bucket(QUARANTINE_BUCKET, 'on', '');
  bucket(AUDIT_BUCKET, 'on', '');
  return { model, keys };
};

export const VARIANTS = [
  ['on', ''],
  ['off', ''],
  ['suspended', ''],
  ['on', '-lock'],
  ['on', '-acl'],
  ['off', '-acl'],
] as const;
