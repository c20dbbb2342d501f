import type { Complaint } from '../document/complaint.ts';
import { compileGlob, isLiteralGlob } from '../glob.ts';
import type { RuleContent } from '../schema/policy-schema.ts';

type Match = RuleContent['match'];
type Placed = { readonly index: number; readonly item: RuleContent };

/**
 * Rules that an earlier rule always takes the objects from. Only what is certain is said: globs are
 * compared as text, but for catch-alls and for globs without wildcards.
 */
export const checkReachable = (rules: readonly Placed[]): readonly Complaint[] =>
  rules.flatMap(({ index, item: rule }, position): readonly Complaint[] => {
    const earlier = rules.slice(0, position).find(({ item }) => covers(item.match, rule.match));
    if (earlier === undefined) {
      return [];
    }
    const message = `rule \`${rule.id}\` can never govern: \`${earlier.item.id}\` above it matches all that it matches`;
    const hint = 'put the narrower rule first, or remove one';
    return [
      { code: 'unreachable-rule', path: ['rules', index, 'match'], at: 'field', message, hint },
    ];
  });

const covers = (wide: Match, narrow: Match): boolean =>
  coversGlobs(wide.buckets, narrow.buckets, ['*', '**']) &&
  coversGlobs(wide.objects, narrow.objects, ['**']) &&
  coversTags(wide['object-tags'], narrow['object-tags']) &&
  coversTags(wide['bucket-tags'], narrow['bucket-tags']);

const coversGlobs = (
  wide: readonly string[] | undefined,
  narrow: readonly string[] | undefined,
  catchAlls: readonly string[],
): boolean =>
  wide === undefined ||
  wide.some((glob) => catchAlls.includes(glob)) ||
  (narrow?.every(
    (glob) =>
      wide.includes(glob) ||
      (isLiteralGlob(glob) &&
        wide.some((other) => !isLiteralGlob(other) && compileGlob(other)(glob))),
  ) ??
    false);

/** Every tag that a rule asks for makes it narrower. */
const coversTags = (
  wide: Readonly<Record<string, string>> = {},
  narrow: Readonly<Record<string, string>> = {},
): boolean => Object.entries(wide).every(([name, value]) => narrow[name] === value);
