/** Where, when and under which policy a record is written. */
export type LedgerContext = {
  readonly account: string; // 12 digits
  readonly region: string;
  readonly partition: string; // `aws`, `aws-cn`, `aws-us-gov`
  readonly stack: string;
  readonly policyHash: string;
  readonly now: Date;
  readonly productVersion: string;
};
