import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'alias-moved-ignored',
  title: 'goes on with its orders when the alias of the target names another key by now',
  file: 'core/orders/target-key.ts',
  from: "targetKey?.kind === 'key' && targetKey.arn !== keyArn",
  to: "targetKey?.kind === 'key' && targetKey.arn === ''",
  invariant: 12,
};
