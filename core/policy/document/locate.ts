import { pathText, type Complaint, type Path } from './complaint.ts';
import type { PolicyError } from '../policy-error.ts';
import type { PolicyDocument } from './read-document.ts';
import { placeKey, type Mistake, type Place } from './reading.ts';
import { harmless } from './words.ts';

/** Gives each complaint its line and column, in the order of the file; what a mistake already explains is left out. */
export const locate = (
  { file, lines, mistakes, readable }: PolicyDocument,
  complaints: readonly Complaint[],
): readonly PolicyError[] => {
  const refused = new Set(
    mistakes.filter(({ code }) => code !== 'duplicate-field').map(({ path }) => path),
  );
  const found = new Map<string, Mistake>();
  for (const mistake of [
    ...mistakes,
    ...complaints
      .map((complaint) => toMistake(complaint, readable?.places))
      .filter(({ path }) => path === '' || !refused.has(path)),
  ]) {
    // an anchor is read once for every alias of it, a `require` of the defaults once for every rule
    const key = JSON.stringify([mistake.offset, mistake.code, mistake.message]);
    found.set(key, found.get(key) ?? mistake);
  }
  return [...found.values()]
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ code, offset, path, message, hint }) => {
      const { line, col } = lines.linePos(offset);
      const at = { file, line: Math.max(line, 1), column: Math.max(col, 1), path };
      // names of fields and words of the YAML parser hold pieces of the file as they are
      return {
        code,
        ...at,
        message: harmless(message),
        ...(hint !== undefined && { hint: harmless(hint) }),
      };
    });
};

const toMistake = (
  { at, path, ...flaw }: Complaint,
  places: ReadonlyMap<string, Place> | undefined,
): Mistake => {
  const place = nearestPlace(path, places);
  const offset = (at === 'field' ? place?.field : undefined) ?? place?.value ?? 0;
  return { ...flaw, offset, path: pathText(path) };
};

/** A field that is missing has no place: what lacks it has. */
const nearestPlace = (
  path: Path,
  places: ReadonlyMap<string, Place> | undefined,
): Place | undefined =>
  places?.get(placeKey(path)) ??
  (path.length === 0 ? undefined : nearestPlace(path.slice(0, -1), places));
