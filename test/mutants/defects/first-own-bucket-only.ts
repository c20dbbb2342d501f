import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'first-own-bucket-only',
  title: "keeps out only the first of the stack's own buckets",
  file: 'runtime/wire-judge-object.ts',
  from: "ownBuckets: new Set(list(env, 'SEALWARD_OWN_BUCKETS')),",
  to: "ownBuckets: new Set(list(env, 'SEALWARD_OWN_BUCKETS').slice(0, 1)),",
  invariant: 9,
};
