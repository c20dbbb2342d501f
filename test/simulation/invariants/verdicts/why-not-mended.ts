import type { PlanDetail } from '../../../../core/ledger/sealward-detail.ts';
import type { ReportReason } from '../../../../core/orders/order.ts';
import type { CompiledRule } from '../../../../core/policy/compiled-policy.ts';
import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import { familyOf, type Scenario } from '../../scenario/scenario.ts';
import { detailOf } from '../ledger/record-of.ts';
import { keyOf, toldOfStored } from './encryption-told.ts';
import type { Reading } from './readings.ts';
import type { Troubles } from './troubles.ts';

/** One object that still violates its rule at the end, and all that could excuse it. */
export type Case = {
  readonly scenario: Scenario;
  readonly bucket: string;
  readonly key: string;
  readonly object: StoredObject; // as it is at the end, and was when it was read
  readonly reading: Reading;
  readonly troubles: Troubles;
};

const MARKER = 'sealward-isolated';

const ruleOf = ({ scenario: { policies }, reading }: Case): CompiledRule | undefined => {
  const { policyHash, rule } = detailOf(reading.record);
  return policies
    .find((policy) => policy.policyHash === policyHash)
    ?.rules.find(({ id }) => id === rule);
};

/** The object when it was read, whose lock, class and replication users may have changed since. */
const whenRead = ({ bucket, key, object, reading }: Case): StoredObject => {
  const versions = reading.basis?.head.call.before.buckets.get(bucket)?.versions.get(key);
  const then = versions?.findLast(({ versionId }) => versionId === object.versionId);
  return then?.kind === 'object' ? then : object;
};

const models = ({ reading: { basis, model } }: Case): readonly AwsModel[] =>
  [basis?.head.call.before, model].filter((one) => one !== undefined);

const wasReplaced = (one: Case): boolean =>
  models(one).some((model) => {
    const current = model.buckets.get(one.bucket)?.versions.get(one.key)?.last();
    return current?.versionId !== one.object.versionId;
  });

const wasHidden = (one: Case): boolean =>
  models(one).some(({ denials }) =>
    denials.some(
      ({ bucket, operations }) => bucket === one.bucket && operations.includes('HeadObject'),
    ),
  );

const wasSuspended = (one: Case): boolean =>
  models(one).some((model) => model.buckets.get(one.bucket)?.versioning === 'Suspended');

const sourceOf = ({ object }: Case): string | undefined => keyOf(toldOfStored(object.encryption));

const isLocked = ({ legalHold, retention }: StoredObject, at: number): boolean =>
  legalHold === true || (retention !== undefined && retention.until > at - 120_000);

const isArchived = ({ storageClass, archiveStatus }: StoredObject): boolean =>
  ['GLACIER', 'DEEP_ARCHIVE'].includes(storageClass) || archiveStatus !== undefined;

/** Keys that nobody touched can be used, but for those of other accounts. */
const isSourceUnusable = (one: Case): boolean => {
  const key = sourceOf(one);
  return key !== undefined && (one.troubles.areKeysTouched() || isForeign(one, key));
};

const isForeign = ({ scenario: { account, start } }: Case, key: string): boolean =>
  (start.keys.get(key)?.account ?? key.split(':')[4]) !== account;

const isUnlisted = (one: Case): boolean => {
  const key = sourceOf(one);
  const listed: readonly string[] = ruleOf(one)?.rekeyFrom ?? [];
  const awsManaged = models(one).some((model) => model.keys.get(key ?? '')?.manager === 'AWS');
  return (
    key !== undefined && key !== one.scenario.keys.main && !listed.includes(key) && !awsManaged
  );
};

/** Whether a reason that a record gives for not ordering anything is true. */
const REASONS: Readonly<Record<ReportReason, (one: Case) => boolean>> = {
  'policy-says-report': (one) => ruleOf(one)?.onViolation === 'report',
  'needs-copy': (one) =>
    ruleOf(one)?.onViolation === 're-encrypt' && one.object.encryption.kind === 'none',
  'not-current': wasReplaced,
  'current-unreadable': wasHidden,
  archived: (one) => isArchived(whenRead(one)),
  'versioning-suspended': wasSuspended,
  'object-lock': (one) => isLocked(whenRead(one), one.reading.readAt),
  'source-key-unusable': isSourceUnusable,
  'source-key-not-listed': isUnlisted,
  'target-key-unusable': ({ troubles }) => troubles.areKeysTouched(),
  'alias-moved': ({ troubles }) => troubles.areKeysTouched(),
  'customer-key-unknown': ({ object }) => object.encryption.kind === 'sse-c',
  'stronger-than-target': (one) =>
    one.object.encryption.kind === 'dsse-kms' && ruleOf(one)?.target?.algorithm === 'aws:kms',
  'would-break-replication': (one) => whenRead(one).replication !== undefined,
  'replication-pending': (one) => whenRead(one).replication === 'PENDING',
  'already-isolated': (one) =>
    ['isolate', 'move'].includes(familyOf(one.bucket) ?? '') &&
    models(one).some((model) => hadMarker(one, model)),
  'no-remedy': () => false, // whatever a family asks of an object, its target gives
};

const hadMarker = ({ bucket, key, object }: Case, model: AwsModel): boolean => {
  const versions = model.buckets.get(bucket)?.versions.get(key);
  return (
    versions?.some(
      (one) => one.kind === 'object' && one.versionId === object.versionId && one.tags.has(MARKER),
    ) === true
  );
};

/** Whether an order that was carried out, or was not, may rightly stay without another. */
const wasTried = (one: Case, { order, intentId }: Extract<PlanDetail, { kind: 'order' }>) => {
  const { closes } = detailOf(one.reading.record);
  if (closes?.intentId !== intentId) return false;
  switch (closes.outcome) {
    case 'superseded': // another policy held when it was tried
      return true;
    case 'failed':
      return one.troubles.isGivenUp(intentId);
    case 'refused': // the writer's own refusals are of copies and quarantine
      return order !== 'update-encryption' || one.troubles.wasAnswered(closes.code ?? '');
    case 'applied': // tags may be written over by anybody
    default:
      return order === 'isolate' || order === 'move';
  }
};

/** Why a violation that is the last word on an object may be that, or `undefined` where nothing excuses it. */
export const isExcused = (one: Case): boolean => {
  const { plan } = detailOf(one.reading.record);
  if (plan?.kind === 'report') return REASONS[plan.reason](one);
  if (plan?.kind !== 'order') return false;
  switch (plan.sent) {
    case 'observe':
      return one.reading.by.mode === 'observe' || ruleOf(one)?.mode === 'observe';
    case 'tried':
      return wasTried(one, plan);
    case 'sent': // and what came of it?
    case 'not-enabled': // every family has its writer
    case undefined:
    default:
      return false;
  }
};
