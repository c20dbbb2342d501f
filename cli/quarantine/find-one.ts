import { findEntry } from '../../app/release/find-entry.ts';
import { readEntry } from '../../app/release/read-entry.ts';
import type { Quarantined } from '../../core/release/quarantined.ts';
import { quoteText, showText } from '../../core/show-text.ts';
import type { CliDoor, CliStack } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';

export type QuarantinedEntry = Extract<Quarantined, { kind: 'quarantined' }>;

/** The entry that an id, or the start of one, means; or why there is no such one. */
export const findOne = async (
  { toProblem }: Pick<CliDoor, 'toProblem'>,
  stack: Pick<CliStack, 'listObjects' | 'listFolders' | 'readTextIn'>,
  quarantineBucket: string,
  { id, bucket }: { readonly id: string; readonly bucket?: string },
): Promise<QuarantinedEntry> => {
  const { listObjects, listFolders } = stack;
  const found = await findEntry({ quarantineBucket, listObjects, listFolders }, id, bucket);
  if (found.kind === 'none') {
    throw new CliError(
      'E_NOT_FOUND',
      `nothing in quarantine has an id that begins with ${quoteText(id)}${bucket === undefined ? '' : ` and came from bucket ${quoteText(bucket)}`}: see \`sealward quarantine list\``,
    );
  }
  if (found.kind === 'ambiguous') {
    throw new CliError(
      'E_USAGE',
      `${found.intentIds.length} ids begin with ${quoteText(id)}: give more of it`,
      found.intentIds,
    );
  }
  const readText = stack.readTextIn(quarantineBucket);
  const entry = await readEntry({ readText, toProblem }, found.entry);
  switch (entry.kind) {
    case 'quarantined':
      return entry;
    case 'under-way':
      throw new CliError(
        'E_MANIFEST',
        `\`${entry.intentId}\` has no manifest yet: the order is not finished, and nothing was deleted`,
      );
    case 'unreadable':
      throw new CliError(
        'E_MANIFEST',
        `the manifest of \`${entry.intentId}\` cannot be read: ${showText(entry.words)}`,
      );
    default:
      return entry satisfies never;
  }
};

/** As many hexadecimal digits of an id as tell it apart. */
export const parseId = (text: string): string => {
  if (/^[0-9a-f]{4,64}$/.test(text)) {
    return text;
  }
  throw new CliError(
    'E_USAGE',
    `${quoteText(text)} is no id: expected 4 to 64 hexadecimal digits, as \`sealward quarantine list\` prints them`,
  );
};
