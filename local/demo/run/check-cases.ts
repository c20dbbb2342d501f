import { intentsOpen } from '../../../core/ledger/intents-open.ts';
import type { AwsModel } from '../../model/state.ts';
import { checkKey } from '../check/check-key.ts';
import { checkUpload } from '../check/check-upload.ts';
import type { World } from '../world/world.ts';
import type { CollectedLedger } from './collect-ledger.ts';
import type { CheckedCase } from './demo-result.ts';
import type { Story } from './put-and-wait.ts';

/** Compares every object version, and every key, with what its case expects. */
export const checkCases = (
  { keys: demoKeys, quarantine, faults }: Pick<World, 'keys' | 'quarantine' | 'faults'>,
  { placed, traces }: Story,
  { records }: CollectedLedger,
  model: AwsModel,
): readonly CheckedCase[] => {
  const evidence = {
    model,
    keys: demoKeys,
    quarantine,
    ledgerIds: new Set(records.keys()),
    openIntents: new Set(intentsOpen(records.values()).map(({ intentId }) => intentId)),
  };
  return placed.map(({ demoCase, uploads, keys }) => {
    const checked = uploads.map((upload, index) => {
      const exactly = demoCase.endsEach?.[index];
      const ends = exactly === undefined ? demoCase.ends : [exactly];
      return checkUpload({ ...demoCase, ends }, upload, traces.of(upload), evidence);
    });
    const endedIn = (bucket: string) =>
      checked
        .filter(({ upload }) => upload.bucket === bucket)
        .map(({ upload, ending, became }) => ({
          ending,
          ...(upload.versionId !== undefined && { versionId: upload.versionId }),
          ...(became !== undefined && { became }),
        }));
    return {
      demoCase,
      uploads: checked,
      keys: keys.map((key) =>
        checkKey(key, endedIn(key.bucket), model, traces.stepsOf(key), {
          repeats: faults !== undefined,
        }),
      ),
    };
  });
};
