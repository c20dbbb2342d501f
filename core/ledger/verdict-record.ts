import { assertNever } from '../assert-never.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Severity } from '../policy/compiled-policy.ts';
import { fingerprint } from '../fingerprint.ts';
import { advise } from './advise.ts';
import { complianceOf } from './compliance-of.ts';
import { describeVerdict } from './describe-verdict.ts';
import { detailOfVerdict } from './detail-of-verdict.ts';
import { findingUid } from './finding-uid.ts';
import { kindOfVerdict, opensIntent } from './kind-of-verdict.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { LedgerRecord } from './ledger-record.ts';
import { objectResource } from './object-resource.ts';
import { recordSeverity } from './record-severity.ts';
import { recordTitle } from './record-title.ts';
import { recordUid } from './record-uid.ts';
import { toOcsf } from './to-ocsf.ts';
import type { VerdictRecordInput } from './verdict-record-input.ts';

/** The record of one verdict, the intent that it closes and the one that it opens. */
export const verdictRecord = (input: VerdictRecordInput, context: LedgerContext): LedgerRecord => {
  const { ref, runId, judged, etag, lastModified, size } = input;
  const { verdict } = judged;
  const kind = kindOfVerdict(input);
  const rule = findingRule(verdict, ref.returned?.rule);
  const { policyHash } = context;
  const detail = {
    kind,
    policyHash,
    ...detailOfVerdict(input),
  };
  return toOcsf(
    {
      uid: recordUid({
        kind,
        ...judged.ref,
        etag,
        trigger: { sequencer: ref.sequencer, runId, attempt: ref.attempt },
        closes: detail.closes,
        opens: opensIntent(input),
        says: saysOf(input),
        policyHash,
      }),
      finding: { uid: findingUid(judged.ref, rule), title: recordTitle(kind, rule) },
      severity: recordSeverity(kind, severityOf(input)),
      message: describeVerdict(input),
      compliance: complianceOf(verdict, rule),
      advice: advise(input, context.stack),
      resource: objectResource(judged.ref, { etag, size, lastModified }, context),
      detail,
    },
    context,
  );
};

/** What a record claims beyond its kind: two that claim different things must not share an id. */
const saysOf = ({ judged: { verdict }, plan, sent }: VerdictRecordInput): string =>
  fingerprint(
    ...(verdict.kind === 'violation' ? [verdict.rule, verdict.requirement, verdict.found] : []),
    ...(verdict.kind === 'exempt' ? [verdict.exemption, verdict.from.found] : []),
    ...(verdict.kind === 'indeterminate' ? [verdict.rule, verdict.cause] : []),
    ...(verdict.kind === 'compliant' ? [verdict.rule] : []),
    plan?.kind === 'report' ? plan.reason : plan?.kind,
    sent,
  );

/**
 * The rule whose finding the record is about. What answers an order belongs to the finding that the order was to
 * mend, even where another rule governs by now, so that this finding is seen to end.
 */
const findingRule = (verdict: Verdict, returned: string | undefined): string | undefined => {
  switch (verdict.kind) {
    case 'compliant':
      return returned ?? verdict.rule;
    case 'exempt':
      return verdict.from.rule;
    case 'violation':
      return verdict.rule;
    case 'indeterminate':
      return verdict.rule ?? returned;
    case 'gone':
      return returned;
    default:
      return assertNever(verdict);
  }
};

/** INVARIANT: an alias that moved is critical under any rule: somebody redirects where objects get encrypted. */
const severityOf = ({ judged: { verdict }, plan }: VerdictRecordInput): Severity | undefined => {
  if (verdict.kind !== 'violation') {
    return undefined;
  }
  return plan?.kind === 'report' && plan.reason === 'alias-moved' ? 'critical' : verdict.severity;
};
