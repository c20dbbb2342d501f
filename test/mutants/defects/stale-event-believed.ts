import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'stale-event-believed',
  title: 'takes an object for gone when it no longer has the ETag that the event told of',
  file: 'app/judge-ref.ts',
  from: 'const reading = await ports.readObject(triggered);',
  to: `const read = await ports.readObject(triggered);
    const isStale =
      read.kind === 'object' && triggered.etag !== undefined && read.etag !== triggered.etag;
    const reading: Reading = isStale ? { kind: 'gone', ref: read.ref, deleteMarker: false } : read;`,
  invariant: 8,
};
