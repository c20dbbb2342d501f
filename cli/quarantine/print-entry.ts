import { quarantineKeys } from '../../core/quarantine/quarantine-keys.ts';
import { showText } from '../../core/show-text.ts';
import type { Terminal } from '../../runtime/wire-cli.ts';
import { jsonLine } from '../json-line.ts';
import { createPaint } from '../paint.ts';
import { entryJson } from './entry-json.ts';
import type { OpenEntry } from './open-entry.ts';
import { planJson } from './plan-json.ts';
import { showAttributes } from './show-attributes.ts';
import { showEntry, showFacts } from './show-entry.ts';
import { showPlan } from './show-plan.ts';
import { showPolicy } from './show-policy.ts';

/** All of one entry: what, when, why, every attribute that was kept, what a release would do, and who may. */
export const printEntry = (open: OpenEntry, terminal: Terminal, json: boolean): void => {
  const { entry, plan, policy, quarantine } = open;
  const { manifest } = entry;
  const copy =
    manifest.kind === 'move'
      ? `s3://${quarantine.bucket}/${quarantineKeys(entry.bucket, entry.intentId).object}`
      : undefined;
  if (json) {
    terminal.out(
      jsonLine({
        ...entryJson(entry),
        ...(copy !== undefined && { copy }),
        attributes: manifest.source,
        release: entry.release ?? null,
        plan: planJson(plan),
        planPolicyHash: policy.policyHash,
        releaseRole: quarantine.releaseRole,
      }),
    );
    return;
  }
  const lines = [
    ...showEntry(entry, entry.intentId, createPaint(terminal.color)),
    ...showFacts([
      [
        'policy',
        `${showText(manifest.policyHash.slice(0, 12))}, by stack ${showText(manifest.stack)}`,
      ],
      ...(copy === undefined ? [] : [['copy', showText(copy)] as const]),
    ]),
    'as it was found',
    ...showFacts(showAttributes(manifest.source)),
    'what a release would do now',
    ...showFacts([
      ...showPlan(plan),
      ...showPolicy(open),
      ['who may', `whoever may assume ${showText(quarantine.releaseRole)}`],
    ]),
  ];
  for (const line of lines) terminal.out(line);
};
