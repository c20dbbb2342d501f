import type { LedgerContext } from './ledger-context.ts';
import type { LedgerResource } from './ledger-record.ts';
import { whereOf } from './object-resource.ts';

/** A rule of a stack's policy, where a record is about that and no object. */
export const ruleResource = (
  rule: string,
  context: Pick<LedgerContext, 'account' | 'region' | 'partition' | 'stack'>,
): LedgerResource => ({
  uid: `${context.stack}/rule/${rule}`,
  type: 'Sealward::Rule',
  name: rule,
  ...whereOf(context),
});
