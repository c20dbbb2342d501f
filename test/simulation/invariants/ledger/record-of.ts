import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { SealwardDetail } from '../../../../core/ledger/sealward-detail.ts';

export const detailOf = (record: LedgerRecord): SealwardDetail => record.unmapped.sealward;

export type Place = {
  readonly bucket: string;
  readonly key: string;
  readonly version: string | undefined;
};

/** The object version that a record is about; `undefined` where it is about a queue or a rule. */
export const placeOf = ({ resources: [resource] }: LedgerRecord): Place | undefined =>
  resource.type === 'AWS::S3::Object' && resource.namespace !== undefined
    ? { bucket: resource.namespace, key: resource.name, version: resource.version }
    : undefined;

/** Object keys are any text: only JSON keeps the parts of a name apart. */
export const nameOf = (...parts: readonly (string | undefined)[]): string =>
  JSON.stringify(parts.map((part) => part ?? null));

export const shown = ({ bucket, key, version }: Place): string =>
  JSON.stringify(version === undefined ? [bucket, key] : [bucket, key, version]);
