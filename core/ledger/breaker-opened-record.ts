import { shellQuote } from '../alerts/shell-quote.ts';
import type { BreakerOpened } from '../breaker/admission.ts';
import { fingerprint } from '../fingerprint.ts';
import { quoteText, showText } from '../show-text.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { LedgerRecord } from './ledger-record.ts';
import { recordSeverity } from './record-severity.ts';
import { recordTitle } from './record-title.ts';
import { ruleResource } from './rule-resource.ts';
import { toOcsf } from './to-ocsf.ts';

/** A rule whose orders wait: about the rule, not about any object. The same id however often it is told. */
export const breakerOpenedRecord = (
  { rule, orders, hour, at }: BreakerOpened,
  context: LedgerContext,
): LedgerRecord => {
  const kind = 'breaker-opened';
  return toOcsf(
    {
      uid: fingerprint('record', kind, rule, at, context.policyHash),
      finding: { uid: fingerprint('finding', kind, rule, at), title: recordTitle(kind, rule) },
      severity: recordSeverity(kind),
      message: `the circuit breaker of rule ${quoteText(rule)} opened at ${showText(at)}, after ${orders} orders within the hour from ${showText(hour)}: its further orders wait in their queues, judging goes on`,
      compliance: { control: rule },
      advice: adviceFor(rule, context.stack),
      resource: ruleResource(rule, context),
      detail: { kind, policyHash: context.policyHash, rule, breaker: { orders, hour, at } },
    },
    context,
  );
};

const adviceFor = (rule: string, stack: string): string => {
  const [quotedRule, quotedStack] = [shellQuote(rule), shellQuote(stack)];
  return quotedRule === undefined || quotedStack === undefined
    ? 'find out what violates it so often, then resume it' // no command line could name it
    : `find out what violates it so often (\`sealward breaker show --stack ${quotedStack}\`), then let its orders go: \`sealward breaker resume ${quotedRule} --stack ${quotedStack} --reason ...\``;
};
