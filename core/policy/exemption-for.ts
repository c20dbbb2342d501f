import type { Ref } from '../objects/ref.ts';
import type { CompiledExemption } from './compiled-policy.ts';
import type { Policy } from './load-policy.ts';

/** The exemption that covers an object now, else the first that covered it until it expired. */
export const exemptionFor = (
  { matchers }: Policy,
  { bucket, key }: Ref,
  now: Date,
): { readonly kind: 'exempt' | 'lapsed'; readonly exemption: CompiledExemption } | undefined => {
  let lapsed: CompiledExemption | undefined;
  for (const { matchesKey, exemption, endsAt } of matchers.exemptionsOf(bucket)) {
    if (!matchesKey(key)) {
      continue;
    }
    if (now.getTime() < endsAt) {
      return { kind: 'exempt', exemption };
    }
    lapsed ??= exemption;
  }
  return lapsed && { kind: 'lapsed', exemption: lapsed };
};
