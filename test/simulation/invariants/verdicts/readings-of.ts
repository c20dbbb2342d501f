import type { Invocation } from '../../steps/step.ts';
import { refsIn } from '../ledger/read-body.ts';
import { nameOf } from '../ledger/record-of.ts';

/** How often each object of a batch has to be read: the same event delivered twice counts once. */
export const readingsOf = (
  { messages }: Invocation,
  ownBuckets: ReadonlySet<string>,
): ReadonlyMap<string, number> => {
  const triggers = new Map<string, Set<string>>();
  for (const { body } of messages) {
    for (const ref of refsIn(body)) {
      if (ownBuckets.has(ref.bucket)) continue;
      const { bucket, key, versionId, sequencer, etag, returned, cause, runId } = ref;
      const name = nameOf(bucket, key);
      const known = triggers.get(name) ?? new Set();
      known.add(nameOf(versionId, sequencer, etag, returned?.intentId, cause, runId));
      triggers.set(name, known);
    }
  }
  return new Map([...triggers].map(([name, { size }]) => [name, size]));
};
