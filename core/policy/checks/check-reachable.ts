import type { Complaint } from '../document/complaint.ts';
import { compileGlob, type GlobMatcher, isLiteralGlob } from '../glob.ts';
import type { RuleContent } from '../schema/policy-schema.ts';

type Match = RuleContent['match'];
type Placed = { readonly index: number; readonly item: RuleContent };

// Every rule is compared with all above it, every glob with all of theirs. A thousand rules with forty globs each are
// compared whole, in two seconds; what only wants to waste time would take hours.
const MOST_COMPARISONS = 100_000_000;

type Comparing = { readonly globs: Map<string, GlobMatcher>; left: number };

/**
 * Rules that an earlier rule always takes the objects from. Only what is certain is said: globs are compared as
 * text, but for catch-alls and for globs without wildcards; and what is left after very many comparisons is not said.
 */
export const checkReachable = (rules: readonly Placed[]): readonly Complaint[] => {
  const comparing: Comparing = { globs: new Map(), left: MOST_COMPARISONS };
  return rules.flatMap(({ index, item: rule }, position): readonly Complaint[] => {
    const earlier = coveredBy(rule.match, rules, position, comparing);
    if (earlier === undefined) {
      return [];
    }
    const message = `rule \`${rule.id}\` can never govern: \`${earlier.id}\` above it matches all that it matches`;
    const hint = 'put the narrower rule first, or remove one';
    return [
      { code: 'unreachable-rule', path: ['rules', index, 'match'], at: 'field', message, hint },
    ];
  });
};

const coveredBy = (
  narrow: Match,
  rules: readonly Placed[],
  position: number,
  comparing: Comparing,
): RuleContent | undefined => {
  for (let at = 0; at < position && comparing.left > 0; at += 1) {
    const rule = rules[at]?.item;
    comparing.left -= 1;
    if (rule !== undefined && covers(rule.match, narrow, comparing)) {
      return rule;
    }
  }
  return undefined;
};

const covers = (wide: Match, narrow: Match, comparing: Comparing): boolean =>
  coversTags(wide['object-tags'], narrow['object-tags']) &&
  coversTags(wide['bucket-tags'], narrow['bucket-tags']) &&
  coversGlobs(wide.buckets, narrow.buckets, ['*', '**'], comparing) &&
  coversGlobs(wide.objects, narrow.objects, ['**'], comparing);

const coversGlobs = (
  wide: readonly string[] | undefined,
  narrow: readonly string[] | undefined,
  catchAlls: readonly string[],
  comparing: Comparing,
): boolean =>
  wide === undefined ||
  wide.some((glob) => catchAlls.includes(glob)) ||
  (narrow?.every((glob) => {
    comparing.left -= wide.length;
    return (
      wide.includes(glob) ||
      (isLiteralGlob(glob) && wide.some((other) => takes(other, glob, comparing)))
    );
  }) ??
    false);

const takes = (wild: string, literal: string, comparing: Comparing): boolean => {
  if (isLiteralGlob(wild) || comparing.left <= 0) {
    return false;
  }
  comparing.left -= 1;
  const matches = comparing.globs.get(wild) ?? compileGlob(wild);
  comparing.globs.set(wild, matches);
  return matches(literal);
};

/** Every tag that a rule asks for makes it narrower. */
const coversTags = (
  wide: Readonly<Record<string, string>> = {},
  narrow: Readonly<Record<string, string>> = {},
): boolean => Object.entries(wide).every(([name, value]) => narrow[name] === value);
