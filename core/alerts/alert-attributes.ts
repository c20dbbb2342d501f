import { clipText } from '../ledger/clip-text.ts';
import type { LedgerRecord } from '../ledger/ledger-record.ts';
import { showText } from '../show-text.ts';

const MOST = 256;

/**
 * What subscriptions filter by. SNS refuses an empty value, and a queue with raw delivery takes at most ten.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
 */
export const alertAttributes = ({
  severity,
  resources: [{ namespace }],
  cloud,
  unmapped,
}: LedgerRecord): Readonly<Record<string, string>> => {
  const { kind, rule } = unmapped.sealward;
  return Object.fromEntries(
    Object.entries({
      severity: severity.toLowerCase(),
      kind,
      rule,
      bucket: namespace,
      account: cloud.account.uid,
      region: cloud.region,
    }).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, clipText(showText(value), MOST)]],
    ),
  );
};
