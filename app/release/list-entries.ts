import { parseQuarantineKey } from '../../core/release/parse-quarantine-key.ts';
import type { QuarantineEntry } from '../../core/release/quarantined.ts';
import type { Ref } from '../../core/objects/ref.ts';

export type ListPorts = {
  readonly quarantineBucket: string;
  readonly listObjects: (bucket: string, prefix: string) => AsyncIterable<readonly Ref[]>; // in key order
};

/** Every intent below a prefix of the quarantine bucket: `bucket/`, `bucket/1f3a`, or all of them. */
export async function* listEntries(
  { listObjects, quarantineBucket }: ListPorts,
  prefix: string,
): AsyncGenerator<QuarantineEntry, void, undefined> {
  let entry: QuarantineEntry | undefined;
  for await (const page of listObjects(quarantineBucket, prefix)) {
    for (const { key } of page) {
      const parsed = parseQuarantineKey(key);
      if (parsed === undefined) continue; // nothing of ours
      const { bucket, intentId, part } = parsed;
      if (entry?.bucket === bucket && entry.intentId === intentId) {
        entry = { bucket, intentId, parts: new Set([...entry.parts, part]) };
        continue;
      }
      if (entry !== undefined) yield entry;
      entry = { bucket, intentId, parts: new Set([part]) };
    }
  }
  if (entry !== undefined) yield entry;
}
