import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'manifest-not-written',
  title: 'moves an object without writing its manifest first',
  file: 'app/quarantine/keep-in-quarantine.ts',
  from: ': writeManifest(ports, order, { source, copyEtag: made.etag }, over(earlier?.etag));',
  to: `: {
        kind: 'kept',
        manifest: {
          v: 1,
          kind: 'move',
          intentId,
          policyHash: order.policyHash,
          stack: ports.stack,
          at: ports.now().toISOString(),
          because: order.because,
          source,
          copyEtag: made.etag,
        },
      };`,
  invariant: 2,
};
