import type { Upload } from '../cases/upload.ts';
import type { ObjectName } from '../check/snapshot.ts';
import type { Trace, Traces } from '../check/trace.ts';

export type Settled = { readonly upload: Upload; readonly trace: Trace; readonly ms: number };

const idOf = ({ bucket, key, versionId }: ObjectName): string =>
  JSON.stringify([bucket, key, versionId]);

/**
 * Tells of each object version once its story has ended and its PUT is known, whichever comes last: the last record
 * may pass before the case that put the object is done with it.
 */
export const announceSettled = (
  traces: Pick<Traces, 'of' | 'onSettled'>,
  tell: (settled: Settled) => void,
): { readonly add: (uploads: readonly Upload[]) => void; readonly left: () => number } => {
  const open = new Map<string, Upload>();
  const settle = (name: ObjectName, trace: Trace): void => {
    const upload = open.get(idOf(name));
    if (upload === undefined || trace.finalAt === undefined) return;
    open.delete(idOf(name));
    tell({ upload, trace, ms: trace.finalAt - upload.from });
  };
  traces.onSettled(settle);
  return {
    add: (uploads) => {
      for (const upload of uploads) open.set(idOf(upload), upload);
      for (const upload of uploads) settle(upload, traces.of(upload));
    },
    left: () => open.size,
  };
};
