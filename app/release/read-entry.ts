import type { AwsProblem } from '../../core/aws-problem.ts';
import { parseManifest } from '../../core/quarantine/parse-manifest.ts';
import { quarantineKeys } from '../../core/quarantine/quarantine-keys.ts';
import { parseRelease } from '../../core/release/parse-release.ts';
import type { Quarantined, QuarantineEntry } from '../../core/release/quarantined.ts';
import { parseRestored, restoredKey } from '../../core/release/restored.ts';

/** The text of one object of the quarantine bucket; `undefined` where it is not there. */
export type ReadText = (key: string) => Promise<string | undefined>;

export type ReadEntryPorts = {
  readonly readText: ReadText;
  readonly toProblem: (error: unknown) => AwsProblem | undefined;
};

/** Reads the manifest and the release of one entry. What cannot be read stays with its entry. */
export const readEntry = async (
  { readText, toProblem }: ReadEntryPorts,
  { bucket, intentId, parts }: QuarantineEntry,
): Promise<Quarantined> => {
  const entry = { bucket, intentId };
  const keys = quarantineKeys(bucket, intentId);
  const unreadable = (words: string): Quarantined => ({ kind: 'unreadable', ...entry, words });
  try {
    const text = parts.has('manifest.json') ? await readText(keys.manifest) : undefined;
    if (text === undefined) {
      return { kind: 'under-way', ...entry };
    }
    const manifest = parseManifest(text);
    if ('unreadable' in manifest) {
      return unreadable(manifest.unreadable);
    }
    if (manifest.intentId !== intentId || manifest.source.ref.bucket !== bucket) {
      return unreadable('the manifest is about another object than its key says');
    }
    const released = parts.has('release.json') ? await readText(keys.release) : undefined;
    if (released === undefined) {
      const isNoted = parts.has('restored/release.json');
      const note = isNoted ? await readText(restoredKey(entry)) : undefined;
      const restored = note === undefined ? undefined : parseRestored(note);
      return { kind: 'quarantined', ...entry, manifest, ...(restored && { restored }) };
    }
    const release = parseRelease(released);
    return 'unreadable' in release
      ? unreadable(release.unreadable)
      : { kind: 'quarantined', ...entry, manifest, release };
  } catch (error) {
    const problem = toProblem(error);
    if (problem === undefined || isEverybodys(problem)) {
      throw error;
    }
    return unreadable(problem.words);
  }
};

/** What would fail for the next entry just the same. */
const isEverybodys = ({ cause }: AwsProblem): boolean =>
  cause.endsWith('-credentials') || cause === 'no-such-bucket' || cause === 'wrong-region';
