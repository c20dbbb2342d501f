import { type Quarantined, stateOf } from '../../core/release/quarantined.ts';

/** One entry's line of `--json`: raw values, since JSON escapes what a terminal must not see. */
export const entryJson = (entry: Quarantined): Readonly<Record<string, unknown>> => {
  const { bucket, intentId } = entry;
  const common = { kind: 'entry', intentId, state: stateOf(entry), bucket };
  if (entry.kind !== 'quarantined') {
    return { ...common, ...(entry.kind === 'unreadable' && { words: entry.words }) };
  }
  const { manifest, release } = entry;
  const { ref, size } = manifest.source;
  return {
    ...common,
    key: ref.key,
    ...(ref.versionId !== undefined && { versionId: ref.versionId }),
    at: manifest.at,
    policyHash: manifest.policyHash,
    because: manifest.because,
    ...(size !== undefined && { size }),
    ...(release !== undefined && { release }),
  };
};
