import { assertNever } from '../../core/assert-never.ts';
import type { EncryptWith } from '../../core/copies/copy-task.ts';
import type { Verdict } from '../../core/judge/verdict.ts';
import { MARKER } from '../../core/quarantine/marker.ts';
import { explainRefusal } from '../../core/release/explain-refusal.ts';
import type { ReleasedVerdict, ReleasePlan } from '../../core/release/release-plan.ts';
import { quoteText, showText } from '../../core/show-text.ts';
import { type Fact, verdictFacts } from '../check/show-checked.ts';

/** What a release would do now, and the verdict that allows it or stands in its way. */
export const showPlan = (plan: ReleasePlan): readonly Fact[] => {
  switch (plan.kind) {
    case 'restore':
      return [
        ['release', `puts it back ${HOW[plan.how]}: ${showEncryptWith(plan.encryption)}`],
        ...allowedBy(plan.verdict),
      ];
    case 'finish':
      return [
        ['release', 'finishes what an earlier run has put back, and notes it'],
        ...verdictOf(plan.verdict),
      ];
    case 'unmark':
      return [
        [
          'release',
          plan.marked
            ? `takes its tag \`${MARKER}\` away, and no other`
            : `has nothing to take away: its tag \`${MARKER}\` is gone already`,
        ],
        ...allowedBy(plan.verdict),
      ];
    case 'note':
      return [
        ['release', 'only notes it: an earlier run has put it back'],
        ...verdictOf(plan.verdict),
      ];
    case 'refused':
      return [
        ['release', `refused, ${plan.reason}: ${showText(explainRefusal(plan))}`],
        ...(plan.verdict === undefined ? [] : verdictFacts(plan.verdict)),
      ];
    default:
      return assertNever(plan);
  }
};

const HOW = {
  'as-it-was': 'as it was',
  'under-target': 'under the target of its rule',
} as const;

/** What is back already may have lost its exemption since. */
const verdictOf = (verdict: Verdict): readonly Fact[] =>
  verdict.kind === 'compliant' || verdict.kind === 'exempt'
    ? allowedBy(verdict)
    : verdictFacts(verdict);

const allowedBy = (verdict: ReleasedVerdict): readonly Fact[] => [
  [
    'verdict',
    verdict.kind === 'compliant'
      ? `compliant with rule ${quoteText(verdict.rule)}`
      : `exempt from rule ${quoteText(verdict.from.rule)} by ${quoteText(verdict.exemption)}`,
  ],
];

const showEncryptWith = (encryption: EncryptWith): string => {
  switch (encryption.algorithm) {
    case 'AES256':
      return 'SSE-S3';
    case 'aws:kms':
      return `SSE-KMS under ${encryption.keyArn}, ${encryption.bucketKey ? 'with' : 'without'} a bucket key`;
    case 'aws:kms:dsse':
      return `DSSE-KMS under ${encryption.keyArn}`;
    default:
      return assertNever(encryption);
  }
};
