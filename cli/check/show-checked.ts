import { assertNever } from '../../core/assert-never.ts';
import { showText } from '../../core/show-text.ts';
import type { JudgedRef } from '../../app/judge-ref.ts';
import type { Verdict, Violation } from '../../core/judge/verdict.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { Paint } from '../paint.ts';
import type { Checked } from './check-ports.ts';
import { explainCause } from './explain-cause.ts';
import { showEncryption } from './show-encryption.ts';
import { showNext } from './show-next.ts';
import { showRequirements } from './show-requirements.ts';
import { type CheckOutcome, outcomeOf } from './tally.ts';

const STYLES = {
  compliant: 'green',
  exempt: 'dim',
  violation: 'red',
  indeterminate: 'yellow',
  gone: 'dim',
  failed: 'yellow',
} as const satisfies Record<CheckOutcome, Parameters<Paint>[0]>;

/** One line with the verdict and the object, then one line for each thing there is to say. */
export const showChecked = (checked: Checked, paint: Paint): readonly string[] => {
  const outcome = outcomeOf(checked);
  const head = `${paint(STYLES[outcome], outcome.padEnd(13))}  ${showRef(refOf(checked))}`;
  const facts = checked.kind === 'failed' ? failedFacts(checked) : judgedFacts(checked);
  return [head, ...facts.map(([name, text]) => `  ${name.padEnd(11)}  ${text}`)];
};

/** The version that was really read, where something was. */
export const refOf = (checked: Checked): Ref =>
  checked.kind === 'failed' ? checked.ref : checked.reading.ref;

export type Fact = readonly [name: string, text: string];

const failedFacts = ({ problem }: Extract<Checked, { kind: 'failed' }>): readonly Fact[] => [
  ['AWS said', showText(problem.words)],
];

const judgedFacts = (judged: JudgedRef): readonly Fact[] => [
  ...(judged.reading.kind === 'object'
    ? [['encryption', showEncryption(judged.reading.encryption)] as const]
    : []),
  ...verdictFacts(judged.verdict),
  ...(judged.verdict.kind === 'compliant' && judged.rule !== undefined
    ? [['requires', showRequirements(judged.rule.require)] as const]
    : []),
  ...showNext(judged),
];

/** What a verdict says, one fact a line. */
export const verdictFacts = (verdict: Verdict): readonly Fact[] => {
  switch (verdict.kind) {
    case 'compliant':
      return [['rule', showText(verdict.rule)]];
    case 'exempt':
      return [['exemption', showText(verdict.exemption)], ...violationFacts(verdict.from)];
    case 'violation':
      return violationFacts(verdict);
    case 'indeterminate':
      return [
        ...(verdict.rule === undefined ? [] : [['rule', showText(verdict.rule)] as const]),
        ['cause', explainCause(verdict.cause)],
        ...(verdict.words === undefined ? [] : [['AWS said', showText(verdict.words)] as const]),
        ...undecidedFacts(verdict.undecided),
      ];
    case 'gone':
      return [['found', verdict.deleteMarker ? 'a delete marker' : 'no such object']];
    default:
      return assertNever(verdict);
  }
};

export const violationFacts = (violation: Violation): readonly Fact[] => [
  ['rule', `${showText(violation.rule)} (severity ${violation.severity})`],
  ['requirement', violation.requirement],
  ['expected', showExpected(violation.expected)],
  ['found', showText(violation.found)],
  ...violation.also.map(({ requirement, expected, found }): Fact => [
    'also',
    `${requirement}: expected ${showExpected(expected)}, found ${showText(found)}`,
  ]),
  ...undecidedFacts(violation.undecided),
  ...(violation.lapsedExemption === undefined
    ? []
    : [
        [
          'note',
          `exemption ${showText(violation.lapsedExemption)} would cover it, but has expired`,
        ] as const,
      ]),
];

const undecidedFacts = (undecided: Violation['undecided']): readonly Fact[] =>
  undecided.map(({ requirement, cause, words }) => [
    'undecided',
    `${requirement}: ${explainCause(cause)}${words === undefined ? '' : ` (AWS said: ${showText(words)})`}`,
  ]);

const showExpected = (expected: readonly string[]): string => expected.map(showText).join(' or ');

export const showRef = ({ bucket, key, versionId }: Ref): string =>
  `s3://${showText(bucket)}/${showText(key)}${versionId === undefined ? '' : ` (version ${showText(versionId)})`}`;
