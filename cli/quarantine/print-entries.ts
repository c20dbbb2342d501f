import { type Quarantined, type QuarantineState, stateOf } from '../../core/release/quarantined.ts';
import { shortenIds } from '../../core/release/shorten-ids.ts';
import { quoteText } from '../../core/show-text.ts';
import type { Terminal } from '../../runtime/wire-cli.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { jsonLine } from '../json-line.ts';
import { createPaint } from '../paint.ts';
import { entryJson } from './entry-json.ts';
import { showEntry } from './show-entry.ts';

/** Prints every entry, and how many there are of each kind. */
export const printEntries = (
  entries: readonly Quarantined[],
  terminal: Terminal,
  { json, bucket }: { readonly json: boolean; readonly bucket: string | undefined },
): ExitCode => {
  const counts = count(entries);
  const exitCode = (counts.get('unreadable') ?? 0) > 0 ? EXIT.failed : EXIT.ok;
  if (json) {
    for (const entry of entries) terminal.out(jsonLine(entryJson(entry)));
    const tally = Object.fromEntries(counts);
    terminal.out(jsonLine({ kind: 'summary', entries: entries.length, ...tally, exitCode }));
    return exitCode;
  }
  const paint = createPaint(terminal.color);
  const short = shortenIds(entries.map(({ intentId }) => intentId));
  for (const entry of entries) {
    for (const line of showEntry(entry, short(entry.intentId), paint)) terminal.out(line);
  }
  const from = bucket === undefined ? '' : ` from bucket ${quoteText(bucket)}`;
  const some = [...counts].map(([state, number]) => `${number} ${state}`);
  terminal.out(some.length === 0 ? `nothing${from} is in quarantine` : some.join(', '));
  return exitCode;
};

const count = (entries: readonly Quarantined[]): ReadonlyMap<QuarantineState, number> => {
  const counts = new Map<QuarantineState, number>();
  for (const state of entries.map(stateOf)) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
};
