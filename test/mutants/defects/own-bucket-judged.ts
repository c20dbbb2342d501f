import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'own-bucket-judged',
  title: "leaves it to the event pattern to keep the stack's own buckets out",
  file: 'app/open-messages.ts',
  from: 'trigger.refs.filter(({ bucket }) => !ownBuckets.has(bucket))',
  to: 'trigger.refs.filter(() => ownBuckets.size >= 0)',
  invariant: 9,
};
