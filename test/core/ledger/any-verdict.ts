import fc from 'fast-check';
import type { Undecided, Verdict, Violation } from '../../../core/judge/verdict.ts';
import type { Cause } from '../../../core/objects/object-facts.ts';

const NASTY = [
  'a"b\\c',
  'x\n{"forged":true}\n',
  '\u2028\u2029\u0085',
  '\u001B[2J\u009B1A',
  'gpj.\u202Eexe',
  '\0',
  '\uD800',
  '`;rm -rf ~;`',
  'https://evil.example/login',
  '<!channel> *bold*',
  '../../?versionId=x&%20+',
  '🗝\u{E0041}\uFE0F',
];

/** Text as an enemy would write it: any code unit, halves of pairs included. */
export const hostileText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
);

export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const requirement = fc.constantFrom(
  'encryption',
  'kms-key',
  'key-manager',
  'key-account',
  'bucket-key',
  'key-rotation',
);
const cause: fc.Arbitrary<Cause> = fc.constantFrom(
  'access-denied',
  'invalid-request',
  'managed-elsewhere',
  'tags-unreadable',
  'key-unreadable',
  'rotation-unreadable',
  'wrong-region',
  'gave-up',
);

const finding = fc.record({
  requirement,
  expected: fc.array(hostileText, { minLength: 1, maxLength: 7 }),
  found: fc.oneof(hostileText, fc.constantFrom('none', 'sse-s3')),
});

/** Leaves out what is undefined: exactly optional members are absent, never undefined. */
export const present = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));

const undecided = fc.array(
  fc
    .record({ requirement, cause, words: maybe(hostileText) })
    .map((one) => present(one) as Undecided),
  { maxLength: 2 },
);

export const anyViolation: fc.Arbitrary<Violation> = fc
  .record({
    kind: fc.constant('violation'),
    rule: hostileText,
    severity: fc.constantFrom('informational', 'low', 'medium', 'high', 'critical'),
    first: finding,
    also: fc.array(finding, { maxLength: 3 }),
    undecided,
    lapsedExemption: maybe(hostileText),
  })
  .map(({ first, ...rest }) => present({ ...rest, ...first }) as Violation);

export const anyVerdict: fc.Arbitrary<Verdict> = fc.oneof(
  anyViolation,
  fc.record({ kind: fc.constant('compliant' as const), rule: hostileText }),
  fc.record({ kind: fc.constant('exempt' as const), exemption: hostileText, from: anyViolation }),
  fc.record({ kind: fc.constant('gone' as const), deleteMarker: fc.boolean() }),
  fc
    .record({
      kind: fc.constant('indeterminate'),
      rule: maybe(hostileText),
      cause,
      words: maybe(hostileText),
      undecided,
    })
    .map((one) => present(one) as Verdict),
);
