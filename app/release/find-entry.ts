import type { QuarantineEntry } from '../../core/release/quarantined.ts';
import { listEntries, type ListPorts } from './list-entries.ts';

export type FindPorts = ListPorts & {
  readonly listFolders: (bucket: string) => Promise<readonly string[]>; // names up to the first `/`
};

export type Found =
  | { readonly kind: 'entry'; readonly entry: QuarantineEntry }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly intentIds: readonly string[] };

/** The one entry whose intent id begins like this, in one source bucket or in any. */
export const findEntry = async (
  ports: FindPorts,
  idStart: string,
  bucket?: string,
): Promise<Found> => {
  const buckets = bucket === undefined ? await ports.listFolders(ports.quarantineBucket) : [bucket];
  const found: QuarantineEntry[] = [];
  for (const one of buckets) {
    for await (const entry of listEntries(ports, `${one}/${idStart}`)) {
      found.push(entry);
    }
  }
  const [entry, ...more] = found;
  if (entry === undefined) {
    return { kind: 'none' };
  }
  return more.length === 0
    ? { kind: 'entry', entry }
    : { kind: 'ambiguous', intentIds: found.map(({ intentId }) => intentId) };
};
