import { printEntry } from '../../cli/quarantine/print-entry.ts';
import { alertFor } from '../../core/alerts/alert-for.ts';
import { parseTrigger } from '../../core/events/parse-trigger.ts';
import { failedOrderRecord, unjudgedRefRecord } from '../../core/ledger/dead-letter-record.ts';
import type { LedgerRecord } from '../../core/ledger/ledger-record.ts';
import { serialiseRecord } from '../../core/ledger/serialise-record.ts';
import { parseOrderMessage } from '../../core/messages/order-message.ts';
import { parsePolicy } from '../../core/policy/parse-policy.ts';
import { formatPolicyError } from '../../core/policy/policy-error.ts';
import { parseManifest } from '../../core/quarantine/parse-manifest.ts';
import { CONTEXT } from '../core/ledger/make-input.ts';
import { acting } from './acts.ts';
import { openEntryOf } from './open-entry.ts';
import type { Parser } from './parser.ts';
import * as seeds from './seeds.ts';
import { writtenBy } from './written.ts';

const mustNotAct = (lines: readonly string[]): void => {
  const [line] = acting(lines);
  if (line !== undefined) {
    throw new Error(`a screen would act on ${JSON.stringify(line)}`);
  }
};

const mistakes = (text: string): void => {
  const parsed = parsePolicy(text, 'policy.yaml');
  mustNotAct(parsed.kind === 'policy-errors' ? parsed.errors.map(formatPolicyError) : []);
};

const told = (record: LedgerRecord): void => {
  const line = serialiseRecord(record);
  const alert = alertFor(record, 'informational');
  mustNotAct([line.slice(0, -1), ...(alert?.body.split('\n') ?? []), alert?.subject ?? '']);
};

const deadOrder = (text: string): void => {
  const message = parseOrderMessage(text);
  if ('order' in message) {
    told(failedOrderRecord(message.order, { receiveCount: 3 }, CONTEXT));
  }
};

const deadRefs = (text: string): void => {
  const trigger = parseTrigger(text);
  for (const ref of 'refs' in trigger ? trigger.refs : []) {
    told(unjudgedRefRecord(ref, { cause: 'event', receiveCount: 3 }, CONTEXT));
  }
};

const entry = (text: string): void => {
  const manifest = parseManifest(text);
  if ('unreadable' in manifest) {
    return;
  }
  for (const json of [false, true]) {
    mustNotAct(writtenBy((terminal) => printEntry(openEntryOf(manifest), terminal, json)));
  }
};

/** What is shown of text that was read: throws where anything in it would act. */
export const RENDERERS: readonly Parser[] = [
  { name: 'policy mistakes', grammar: 'yaml', parse: mistakes, seeds: seeds.POLICIES },
  { name: 'dead orders', grammar: 'json', parse: deadOrder, seeds: seeds.ORDERS },
  { name: 'dead refs', grammar: 'json', parse: deadRefs, seeds: [...seeds.REFS, ...seeds.EVENTS] },
  { name: 'quarantine entries', grammar: 'json', parse: entry, seeds: seeds.MANIFESTS },
];
