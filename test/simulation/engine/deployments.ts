import type { Policy } from '../../../core/policy/load-policy.ts';

/** What the stack was last deployed with. */
export type Deployment = {
  readonly policy: Policy;
  readonly mode: 'observe' | 'enforce';
  readonly breakerOrders: number;
};
