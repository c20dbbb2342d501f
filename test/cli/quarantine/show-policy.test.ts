import { expect, it } from '@jest/globals';
import { showPolicy } from '../../../cli/quarantine/show-policy.ts';
import { makeManifest } from '../../core/release/made.ts';
import { makePolicy } from '../../made/policy.ts';

it('shows the hash that a manifest names harmless', () => {
  const policy = makePolicy('version: 1\nrules: []\n');
  const manifest = { ...makeManifest(), policyHash: '\u001B[2J' };
  const entry = { kind: 'quarantined', bucket: 'b', intentId: 'i', manifest } as const;
  expect(showPolicy({ policy, policyPath: 'policy.yaml', entry }).at(-1)?.[1]).toContain(
    String.raw`under policy \u{1b}[2J:`,
  );
});
