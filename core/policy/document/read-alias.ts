import type { Alias } from 'yaml';
import type { Flaw, Path } from './complaint.ts';
import { refuse, stop, type Reading, type ReadNode } from './reading.ts';
import { quoted } from './words.ts';

const MAX_ALIASES = 100; // a policy needs a handful

/** Reads what an alias stands for, in the place of the alias. */
export const readAlias = (
  reading: Reading,
  alias: Alias.Parsed,
  path: Path,
  field: number | undefined,
  read: ReadNode,
): unknown => {
  const target = reading.anchors.get(alias.source);
  reading.aliases += 1;
  if (reading.aliases > MAX_ALIASES) {
    return stop(reading, alias.range[0], path, `more than ${MAX_ALIASES} aliases`);
  }
  if (target === undefined || reading.open.has(target)) {
    return refuse(reading, alias.range[0], path, unusable(alias.source, target));
  }
  reading.expanding += 1;
  const value = read(reading, target, path, field);
  reading.expanding -= 1;
  return value;
};

const unusable = (source: string, target: unknown): Flaw =>
  target === undefined
    ? {
        code: 'yaml-alias',
        message: `in YAML ${quoted(`*${source}`)} is an alias, and no anchor ${quoted(`&${source}`)} stands before it`,
        hint: 'quote a glob that starts with `*`',
      }
    : { code: 'yaml-alias', message: `${quoted(`*${source}`)} contains itself` };
