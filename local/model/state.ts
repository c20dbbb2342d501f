import { List, Map } from 'immutable';
import type { Bucket } from './s3/bucket.ts';
import type { KmsAlias, KmsKey } from './kms/kms-key.ts';

/** Sizes that AWS fixes and that a simulation may lower, so that small objects reach the same limits. */
export type Limits = {
  readonly copySourceBytes: number; // 5 GiB: above it CopyObject refuses
  readonly minPartBytes: number; // 5 MiB: every part but the last
};

export type Denial = {
  readonly bucket: string;
  readonly key: string | undefined;
  readonly operations: readonly string[];
};

/**
 * The whole of AWS that the model knows, in one Region, for any number of accounts. Immutable: every
 * state can be kept, compared and branched from.
 */
export type AwsModel = {
  readonly account: string; // the account that is meant where nobody says otherwise
  readonly region: string;
  readonly partition: string;
  readonly limits: Limits;
  readonly serial: number; // the source of every id: same calls, same ids
  readonly buckets: Map<string, Bucket>;
  readonly keys: Map<string, KmsKey>; // by key ARN
  readonly aliases: Map<string, KmsAlias>; // by alias ARN
  readonly denials: List<Denial>;
};

export type ModelOptions = {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly limits?: Partial<Limits>;
};

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
const AWS_LIMITS: Limits = { copySourceBytes: 5 * 1024 ** 3, minPartBytes: 5 * 1024 ** 2 };

export const emptyModel = ({ account, region, partition, limits }: ModelOptions): AwsModel => ({
  account,
  region,
  partition,
  limits: { ...AWS_LIMITS, ...limits },
  serial: 0,
  buckets: Map(),
  keys: Map(),
  aliases: Map(),
  denials: List(),
});
