import type { Acted } from '../../app/operator/under-record.ts';
import { releaseObject } from '../../app/release/release-object.ts';
import type { OperatorAct } from '../../core/operator/operator-act.ts';
import { releaseIdOf } from '../../core/release/release-id.ts';
import { quoteText } from '../../core/show-text.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { asReleaseRole } from '../stack/as-release-role.ts';
import { recordActWith } from '../stack/record-act.ts';
import type { OpenEntry } from './open-entry.ts';

/** What became of a release: planned only, refused, or carried out as far as it went. */
export type ReleaseRun =
  | { readonly kind: 'due' }
  | { readonly kind: 'refused' }
  | Extract<Acted, { kind: 'ended' }>;

export const runRelease = async (
  door: CliDoor,
  { stack, quarantine, policy, entry, plan, writing }: OpenEntry,
  { reason, apply }: { readonly reason: string; readonly apply: boolean },
): Promise<ReleaseRun> => {
  if (plan.kind === 'refused') return { kind: 'refused' };
  if (!apply) return { kind: 'due' };
  const { manifest } = entry;
  return asReleaseRole(door, quarantine, async () => {
    const act: OperatorAct = {
      id: releaseIdOf(manifest.intentId),
      by: await stack.readCaller(),
      reason,
      begunAt: door.now(),
      operation: 'quarantine release',
      intentId: manifest.intentId,
      rule: manifest.because.rule,
      ref: manifest.source.ref,
    };
    const { ledgerStream } = quarantine;
    const record = recordActWith(door, stack, ledgerStream, policy.policyHash);
    const ports = { ...stack, ...writing, record, now: door.now };
    // a part that was begun is not waited for: it is found, or copied again
    const timeLeft = () => (door.interrupted.aborted ? 0 : Number.MAX_SAFE_INTEGER);
    const released = await releaseObject(ports, manifest, plan, act, timeLeft);
    door.terminal.progress('');
    if (released.kind === 'ended') return released;
    throw new CliError(
      'E_LEDGER',
      `the ledger stream ${quoteText(ledgerStream)} did not take the record, so nothing was done: run it again`,
    );
  });
};

export const releaseExitCode = (run: ReleaseRun): ExitCode => {
  switch (run.kind) {
    case 'due':
      return EXIT.found;
    case 'refused':
      return EXIT.failed;
    case 'ended':
      if (run.outcome.kind === 'unfinished') return EXIT.interrupted;
      return run.outcome.kind === 'applied' && run.recorded ? EXIT.ok : EXIT.failed;
    default:
      return run satisfies never;
  }
};
