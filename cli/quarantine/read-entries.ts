import { listEntries } from '../../app/release/list-entries.ts';
import { readEntry } from '../../app/release/read-entry.ts';
import type { Quarantined } from '../../core/release/quarantined.ts';
import type { CliDoor, CliStack } from '../../runtime/wire-cli.ts';
import { inOrder } from '../check/in-order.ts';

const AT_ONCE = 16;

/** Everything in quarantine, or what came from one bucket: the oldest first, what cannot be dated last. */
export const readEntries = async (
  { terminal, toProblem }: Pick<CliDoor, 'terminal' | 'toProblem'>,
  stack: Pick<CliStack, 'listObjects' | 'readTextIn'>,
  quarantineBucket: string,
  bucket: string | undefined,
): Promise<readonly Quarantined[]> => {
  const ports = { quarantineBucket, listObjects: stack.listObjects };
  const listed = listEntries(ports, bucket === undefined ? '' : `${bucket}/`);
  const readText = stack.readTextIn(quarantineBucket);
  const all: Quarantined[] = [];
  const entries = inOrder(listed, AT_ONCE, async (entry) =>
    readEntry({ readText, toProblem }, entry),
  );
  for await (const entry of entries) {
    all.push(entry);
    terminal.progress(`read ${all.length} in quarantine`);
  }
  terminal.progress('');
  return all.toSorted((one, other) => (dateOf(one) < dateOf(other) ? -1 : 1));
};

const dateOf = (entry: Quarantined): string =>
  entry.kind === 'quarantined' ? entry.manifest.at : '~';
