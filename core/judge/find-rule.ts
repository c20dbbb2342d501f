import type { ObjectFacts } from '../objects/object-facts.ts';
import type { CompiledRule } from '../policy/compiled-policy.ts';
import { governingRule } from '../policy/governing-rule.ts';
import type { Policy } from '../policy/load-policy.ts';
import type { Known, Need } from './known.ts';

export type FoundRule =
  | { readonly kind: 'rule'; readonly rule: CompiledRule }
  | { readonly kind: 'needs'; readonly needs: readonly Need[] }
  | { readonly kind: 'tags-unreadable'; readonly words: string };

/** The rule that governs an object, as far as can be told from the tags that are known. */
export const findRule = (policy: Policy, { ref }: ObjectFacts, known: Known): FoundRule => {
  const { objectTags, bucketTags } = known;
  const governed = governingRule(policy, ref, {
    ...(objectTags?.kind === 'tags' && { object: objectTags.tags }),
    ...(bucketTags?.kind === 'tags' && { bucket: bucketTags.tags }),
  });
  if (governed.kind === 'governed') {
    return { kind: 'rule', rule: governed.rule };
  }
  // Tags that were asked for and refused decide nothing: the object could fall under either rule.
  const asked = [
    ...(governed.which === 'bucket' ? [] : [['object-tags', objectTags] as const]),
    ...(governed.which === 'object' ? [] : [['bucket-tags', bucketTags] as const]),
  ];
  for (const [, reading] of asked) {
    if (reading?.kind === 'tags-unreadable') {
      return { kind: 'tags-unreadable', words: reading.words };
    }
  }
  return {
    kind: 'needs',
    needs: asked.filter(([, reading]) => reading === undefined).map(([need]) => need),
  };
};
