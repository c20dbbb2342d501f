import type { AwsModel } from '../../model/state.ts';
import type { World } from '../world/world.ts';

/** What everything is compared with. */
export type Evidence = Pick<World, 'keys' | 'quarantine'> & {
  readonly model: AwsModel; // as it is at the end
  readonly ledgerIds: ReadonlySet<string>; // of the records that lie in the ledger
  readonly openIntents: ReadonlySet<string>;
};
