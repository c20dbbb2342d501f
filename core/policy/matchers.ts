import type { CompiledExemption, CompiledPolicy, CompiledRule } from './compiled-policy.ts';
import { compileGlob, type GlobMatcher } from './glob.ts';
import { perBucket } from './per-bucket.ts';

type Tags = readonly (readonly [name: string, value: string])[];

export type RuleMatcher = {
  readonly matchesKey: GlobMatcher;
  readonly objectTags?: Tags;
  readonly bucketTags?: Tags;
  readonly governed: { readonly kind: 'governed'; readonly rule: CompiledRule }; // made once: 2 million verdicts a second
};

export type ExemptionMatcher = {
  readonly matchesKey: GlobMatcher;
  readonly exemption: CompiledExemption;
  readonly endsAt: number; // epoch ms
};

/** The rules and exemptions that can concern a bucket, in the order of the policy. */
export type Matchers = {
  readonly rulesOf: (bucket: string) => readonly RuleMatcher[];
  readonly exemptionsOf: (bucket: string) => readonly ExemptionMatcher[];
};

const DAY = 86_400_000; // ms

/** Everything of a policy that can be made ready before the first object comes. */
export const buildMatchers = ({
  rules,
  exemptions,
}: Pick<CompiledPolicy, 'rules' | 'exemptions'>): Matchers => {
  const rulesToPick = rules.map((rule) => {
    const { buckets, objects, objectTags, bucketTags } = rule.match;
    const matcher: RuleMatcher = {
      matchesKey: anyOf(objects),
      ...(objectTags !== undefined && { objectTags: Object.entries(objectTags) }),
      ...(bucketTags !== undefined && { bucketTags: Object.entries(bucketTags) }),
      governed: { kind: 'governed', rule },
    };
    return { matchesBucket: anyOf(buckets), matcher };
  });
  const exemptionsToPick = exemptions.map((exemption) => ({
    matchesBucket: anyOf(exemption.match.buckets),
    matcher: {
      matchesKey: anyOf(exemption.match.objects),
      exemption,
      endsAt: Date.parse(`${exemption.expires}T00:00:00Z`) + DAY,
    },
  }));
  return { rulesOf: pickerOf(rulesToPick), exemptionsOf: pickerOf(exemptionsToPick) };
};

const pickerOf = <T>(
  candidates: readonly { readonly matchesBucket: GlobMatcher; readonly matcher: T }[],
): ((bucket: string) => readonly T[]) =>
  perBucket((bucket) =>
    candidates.filter(({ matchesBucket }) => matchesBucket(bucket)).map(({ matcher }) => matcher),
  );

const anyOf = (globs: readonly string[] | undefined): GlobMatcher => {
  const matchers = globs?.map(compileGlob);
  const [only] = matchers ?? [];
  if (matchers === undefined || only === undefined) {
    return () => matchers === undefined; // no globs at all: everything; an empty list: nothing
  }
  return matchers.length === 1 ? only : (text) => matchers.some((matches) => matches(text));
};
