import { assertNever } from '../../core/assert-never.ts';
import type { EncryptWith } from '../../core/copies/copy-task.ts';
import { MARKER } from '../../core/quarantine/marker.ts';
import { explainRefusal } from '../../core/release/explain-refusal.ts';
import type { ReleasePlan } from '../../core/release/release-plan.ts';
import { showText } from '../../core/show-text.ts';
import { type Fact, verdictFacts } from '../check/show-checked.ts';

/** What a release would do now, and the verdict that allows it or stands in its way. */
export const showPlan = (plan: ReleasePlan): readonly Fact[] => {
  switch (plan.kind) {
    case 'restore':
      return [
        ['release', `puts it back ${HOW[plan.how]}: ${showEncryptWith(plan.encryption)}`],
        ...allowedBy(plan.verdict),
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
        ...allowedBy(plan.verdict),
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

const allowedBy = (
  verdict: Exclude<ReleasePlan, { kind: 'refused' }>['verdict'],
): readonly Fact[] => [
  [
    'verdict',
    verdict.kind === 'compliant'
      ? `compliant with rule \`${verdict.rule}\``
      : `exempt from rule \`${verdict.from.rule}\` by \`${verdict.exemption}\``,
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
