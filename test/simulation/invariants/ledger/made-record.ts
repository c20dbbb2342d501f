import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { SealwardDetail } from '../../../../core/ledger/sealward-detail.ts';
import { toOcsf } from '../../../../core/ledger/to-ocsf.ts';
import { SCENARIO } from '../../scenario/make-scenario.ts';

export type MadeRecord = Partial<SealwardDetail> & {
  readonly bucket: string;
  readonly key?: string;
  readonly version?: string | undefined;
  readonly etag?: string;
  readonly time?: number;
  readonly message?: string;
  readonly requirement?: string;
};

export const POLICY_HASH = SCENARIO.policies[0].policyHash;
export const KEY = 'k';

/** A record as the reader would have written it, but for what a test says otherwise. */
export const makeRecord = (made: MadeRecord, time: number, uid: string): LedgerRecord => {
  const {
    bucket,
    key = KEY,
    version,
    etag,
    time: _,
    message = 'a sentence',
    requirement,
    ...detail
  } = made;
  const kind = detail.kind ?? 'compliant';
  return toOcsf(
    {
      uid,
      finding: { uid: 'f', title: 'a title' },
      severity: 'medium',
      message,
      compliance: { ...(requirement !== undefined && { requirements: [requirement] }) },
      resource: {
        uid: `arn:aws:s3:::${bucket}/${key}`,
        type: 'AWS::S3::Object',
        name: key,
        namespace: bucket,
        ...(version !== undefined && { version }),
        region: SCENARIO.region,
        cloud_partition: 'aws',
        owner: { account: { uid: SCENARIO.account, type_id: 10, type: 'AWS Account' } },
        ...(etag !== undefined && { data: { etag } }),
      },
      detail: { policyHash: POLICY_HASH, ...detail, kind },
    },
    {
      account: SCENARIO.account,
      region: SCENARIO.region,
      partition: 'aws',
      stack: 'sim',
      policyHash: POLICY_HASH,
      now: new Date(time),
      productVersion: '0.0.0',
    },
  );
};
