import type { OperatorAct, OperatorOutcome } from '../../core/operator/operator-act.ts';
import type { Manifest } from '../../core/quarantine/manifest.ts';
import { releaseIdOf } from '../../core/release/release-id.ts';
import type { ReleasePlan } from '../../core/release/release-plan.ts';
import { type Acted, underRecord } from '../operator/under-record.ts';
import type { ReleasePorts } from './release-ports.ts';
import { restoreObject } from './restore-object.ts';
import { unmarkObject } from './unmark-object.ts';

export type ReadyPlan = Exclude<ReleasePlan, { kind: 'refused' }>;

/**
 * Releases one object: intent, write, verification, outcome, note. In this order, so that nothing is written without
 * an intent in the ledger, and an interruption anywhere is made good by the next run.
 */
export const releaseObject = async (
  ports: ReleasePorts,
  manifest: Manifest,
  plan: ReadyPlan,
  act: OperatorAct,
  timeLeft: () => number,
): Promise<Acted> => {
  const acted = await underRecord(ports.record, act, async () =>
    carryOut(ports, manifest, plan, timeLeft),
  );
  if (acted.kind === 'ended' && acted.outcome.kind === 'applied' && acted.recorded) {
    const { intentId, source } = manifest;
    const { versionId } = acted.outcome;
    await ports.noteRelease(source.ref.bucket, {
      v: 1,
      intentId,
      releaseId: releaseIdOf(intentId),
      at: ports.now().toISOString(),
      by: act.by.arn,
      reason: act.reason,
      ...(versionId !== undefined && { versionId }),
    });
  }
  return acted;
};

const carryOut = async (
  ports: ReleasePorts,
  manifest: Manifest,
  plan: ReadyPlan,
  timeLeft: () => number,
): Promise<OperatorOutcome> => {
  if (plan.kind === 'note') {
    await ports.abandonCopy(releaseIdOf(manifest.intentId)); // nobody goes on with what was begun
    const { versionId } = plan;
    const words = 'it was put back by an earlier run';
    return { kind: 'applied', words, ...(versionId !== undefined && { versionId }) };
  }
  if (plan.kind === 'finish' && manifest.kind === 'move') {
    const { intentId, source } = manifest;
    const { ref, etag } = plan.there;
    await ports.noteRestored(source.ref.bucket, {
      v: 1,
      intentId,
      at: ports.now().toISOString(),
      etag,
      ...(ref.versionId !== undefined && { versionId: ref.versionId }),
    });
    return restoreObject(ports, manifest, plan, timeLeft);
  }
  if (plan.kind === 'restore' && manifest.kind === 'move') {
    return restoreObject(ports, manifest, plan, timeLeft);
  }
  if (plan.kind === 'unmark' && manifest.kind === 'isolate') {
    return unmarkObject(ports, manifest, plan);
  }
  throw new Error(`a plan to \`${plan.kind}\` what was to \`${manifest.kind}\``);
};
