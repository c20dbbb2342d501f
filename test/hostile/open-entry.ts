import type { OpenEntry } from '../../cli/quarantine/open-entry.ts';
import type { Manifest } from '../../core/quarantine/manifest.ts';
import type { Quarantined } from '../../core/release/quarantined.ts';
import { refuse, type ReleasePlan } from '../../core/release/release-plan.ts';
import { makePolicy } from '../made/policy.ts';
import * as seeds from './seeds.ts';

const POLICY = makePolicy(seeds.POLICY, seeds.LOCK);

export const entryOf = (manifest: Manifest): Extract<Quarantined, { kind: 'quarantined' }> => ({
  kind: 'quarantined',
  bucket: manifest.source.ref.bucket,
  intentId: 'a'.repeat(64), // of the folder, never what the manifest says of itself
  manifest,
});

/** What `sealward quarantine show` and `release` print of: only the stack that they ask is missing. */
export const openEntryOf = (
  manifest: Manifest,
  plan: ReleasePlan = refuse('violation', manifest.source.ref.key, manifest.because),
): OpenEntry =>
  ({
    policy: POLICY,
    policyPath: 'policy.yaml',
    entry: entryOf(manifest),
    plan,
    quarantine: { bucket: 'quarantine', releaseRole: 'arn:aws:iam::111122223333:role/release' },
  }) as Partial<OpenEntry> as OpenEntry;
