import type { Order, OrderKind } from './order.ts';

/**
 * The orders that a stack has a writer for, each with the buckets where that writer may act: patterns in which `*`
 * is any text and `?` any character, as in IAM. The others are planned, shown and recorded, and not carried out.
 */
export type EnabledOrders = ReadonlyMap<OrderKind, readonly string[]>;

/** Every stack updates encryption in place; copies and quarantine only in the buckets that its deployer listed. */
export const enabledOrders = (
  copyBuckets: readonly string[],
  quarantineBuckets: readonly string[],
): EnabledOrders =>
  new Map<OrderKind, readonly string[]>([
    ['update-encryption', ['*']],
    ['copy', copyBuckets],
    ['copy-in-parts', copyBuckets],
    ['isolate', quarantineBuckets],
    ['move', quarantineBuckets],
  ]);

export const isEnabled = (enabled: EnabledOrders, { kind, ref }: Order): boolean =>
  (enabled.get(kind) ?? []).some((pattern) => matchesBucket(pattern, ref.bucket));

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const matchesBucket = (pattern: string, bucket: string): boolean => {
  const source = pattern
    .replaceAll(/[^\w*?-]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(bucket);
};
