import { assertNever } from '../assert-never.ts';
import type { ObjectFacts, Reading } from '../objects/object-facts.ts';
import type { CompiledRule } from '../policy/compiled-policy.ts';
import { exemptionFor } from '../policy/exemption-for.ts';
import type { Policy } from '../policy/load-policy.ts';
import { checkRequirements } from '../requirements/check-requirements.ts';
import { isUndecided } from '../requirements/requirement.ts';
import { findRule } from './find-rule.ts';
import type { Known } from './known.ts';
import type { Finding, Undecided, Verdict, Violation } from './verdict.ts';

/**
 * Judges one reading of one object against the policy. Events, sweeps, old versions and the CLI all ask this.
 * Call it once `needs` has nothing left to ask; `now` decides only whether an exemption has expired.
 */
export const judge = (policy: Policy, reading: Reading, known: Known, now: Date): Verdict => {
  switch (reading.kind) {
    case 'gone':
      return { kind: 'gone', deleteMarker: reading.deleteMarker };
    case 'unreadable':
      return indeterminate(reading.cause, { words: reading.words });
    case 'object':
      return judgeObject(policy, reading, known, now);
    default:
      return assertNever(reading);
  }
};

const judgeObject = (policy: Policy, facts: ObjectFacts, known: Known, now: Date): Verdict => {
  const found = findRule(policy, facts, known);
  if (found.kind !== 'rule') {
    const words = found.kind === 'tags-unreadable' ? found.words : 'tags were not read';
    return indeterminate('tags-unreadable', { words });
  }
  const { rule } = found;
  if (facts.encryption.kind === 'managed-elsewhere') {
    const words = `encryption is managed by \`${facts.encryption.by}\``;
    return indeterminate('managed-elsewhere', { rule: rule.id, words });
  }
  const { account, key, rotation } = known;
  const answers = checkRequirements(
    {
      encryption: facts.encryption,
      account,
      ...(key !== undefined && { key }),
      ...(rotation !== undefined && { rotation }),
    },
    rule.require,
  );
  const undecided = answers.filter(isUndecided);
  const [first, ...also] = answers.filter((answer): answer is Finding => !isUndecided(answer));
  if (first !== undefined) {
    return unlessExempt(policy, facts, violation(rule, first, also, undecided), now);
  }
  const [open] = undecided;
  return open === undefined
    ? { kind: 'compliant', rule: rule.id }
    : indeterminate(open.cause, { rule: rule.id, words: open.words, undecided });
};

const violation = (
  { id, severity }: CompiledRule,
  first: Finding,
  also: readonly Finding[],
  undecided: readonly Undecided[],
): Violation => ({ kind: 'violation', rule: id, severity, ...first, also, undecided });

const unlessExempt = (
  policy: Policy,
  { ref }: ObjectFacts,
  found: Violation,
  now: Date,
): Verdict => {
  const exemption = exemptionFor(policy, ref, now);
  if (exemption === undefined) {
    return found;
  }
  return exemption.kind === 'exempt'
    ? { kind: 'exempt', exemption: exemption.exemption.id, from: found }
    : { ...found, lapsedExemption: exemption.exemption.id };
};

const indeterminate = (
  cause: Extract<Verdict, { kind: 'indeterminate' }>['cause'],
  {
    rule,
    words,
    undecided = [],
  }: { rule?: string; words?: string | undefined; undecided?: readonly Undecided[] },
): Verdict => ({
  kind: 'indeterminate',
  ...(rule !== undefined && { rule }),
  cause,
  ...(words !== undefined && { words }),
  undecided,
});
