import { isScalar, type Node } from 'yaml';
import type { Path } from './complaint.ts';
import { fieldNameFlaw } from './field-name-flaw.ts';
import { placeKey, refuse, type Reading, type ReadNode } from './reading.ts';
import { quoted } from './words.ts';

// In characters. Every value keeps its path: long names above many values would take gigabytes.
const MAX_NAMES = 500;

type Field = { readonly key: Node; readonly value: Node | null };

/** Reads a YAML mapping as an object whose every field was written once and under a harmless name. */
export const readFields = (
  reading: Reading,
  items: readonly Field[],
  path: Path,
  read: ReadNode,
): Readonly<Record<string, unknown>> => {
  const fields = new Map<string, unknown>();
  for (const { key, value } of items) {
    const offset = key.range?.[0] ?? 0;
    const name = isScalar(key) && key.tag === undefined ? key.value : undefined;
    if (typeof name !== 'string') {
      refuse(reading, offset, path, notText(isScalar(key) ? key.source : undefined));
      continue;
    }
    const flaw = fieldNameFlaw(name);
    if (flaw !== undefined) {
      refuse(reading, offset, path, flaw);
      continue;
    }
    const place = [...path, name];
    const names = lengthOf(place);
    if (names > MAX_NAMES) {
      refuse(reading, offset, path, tooLong(names));
      continue;
    }
    if (fields.has(name)) {
      const first = reading.places.get(placeKey(place))?.field ?? 0;
      refuse(reading, offset, place, duplicate(name, reading.lines.linePos(first).line));
      continue;
    }
    reading.places.set(placeKey(place), { value: offset, field: offset });
    fields.set(name, value === null ? null : read(reading, value, place, offset));
  }
  return Object.fromEntries(fields); // defines, never assigns: no name reaches a prototype
};

const notText = (source: string | undefined) => ({
  code: 'bad-field-name' as const,
  message: 'a field name must be text',
  ...(source !== undefined && source !== '' && { hint: `quote it: \`"${source}"\`` }),
});

const lengthOf = (path: Path): number =>
  path.reduce<number>((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);

const tooLong = (found: number) => ({
  code: 'bad-field-name' as const,
  message: `field names above each other have at most ${MAX_NAMES} characters, found ${found}`,
});

const duplicate = (name: string, line: number) => ({
  code: 'duplicate-field' as const,
  message: `${quoted(name)} is given twice, first in line ${line}`,
});
