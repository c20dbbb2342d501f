import { intentsOpen } from '../../../core/ledger/intents-open.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { allCases } from '../cases/all-cases.ts';
import { onceEach, planPlacings } from '../cases/plan-placings.ts';
import { checkKey } from '../check/check-key.ts';
import { checkUpload } from '../check/check-upload.ts';
import { versionIdsOf } from '../check/snapshot.ts';
import type { World } from '../world/world.ts';
import type { Settled } from './announce-settled.ts';
import { recordsWithoutAlert } from './check-alerts.ts';
import { collectLedger } from './collect-ledger.ts';
import { countEndings } from './count.ts';
import type { CheckedCase, DemoResult } from './demo-result.ts';
import { type Patience, putAndWait, type Story } from './put-and-wait.ts';

export type RunOptions = {
  readonly objects?: number; // each case once unless said
  readonly onSettled?: (settled: Settled) => void;
  readonly patience?: Partial<Patience>;
  readonly signal: AbortSignal;
};

const PATIENCE: Patience = { quiet: 20_000, stuck: 240_000, ledger: 60_000 };

type Ledger = ReadonlyMap<string, LedgerRecord>;

/** Puts the objects, watches what becomes of each, and compares everything with what was expected. */
export const runDemo = async (world: World, options: RunOptions): Promise<DemoResult> => {
  const { objects = onceEach(allCases), onSettled = () => undefined, signal } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const placings = planPlacings(allCases, objects);
  const story = await putAndWait(world, { placings, patience, onSettled, signal });
  const passed = recordsOf(story);
  const ids = new Set(passed.map(({ metadata }) => metadata.uid));
  const ledger = await collectLedger(world, ids, patience.ledger, signal);
  const cases = checkCases(world, story, ledger);
  const uploads = cases.flatMap((one) => one.uploads);
  const keys = cases.flatMap((one) => one.keys);
  const counted = countEndings(uploads, keys);
  const known = new Set(uploads.flatMap(({ upload }) => story.traces.of(upload).records));
  const strays = passed.filter((record) => !known.has(record)).length;
  const dlq = await world.deadLetters();
  const open = intentsOpen(ledger.values()).length;
  const silent = recordsWithoutAlert(ledger.values(), world.alerts()).length;
  const others = ledger.size - ids.size;
  return {
    cases,
    problems: [
      ...(story.drained ? [] : ['messages are still queued']),
      ...(strays > 0 ? [`${strays} records are about objects that nobody put`] : []),
      ...(others > 0 ? [`${others} records are about no object`] : []),
      ...(open > 0 ? [`${open} intents were never closed`] : []),
      ...(dlq > 0 ? [`${dlq} dead letters`] : []),
      ...(silent > 0 ? [`${silent} records should have been alerted`] : []),
    ],
    numbers: {
      ...counted,
      strays,
      records: ledger.size,
      intentsOpen: open,
      alerts: world.alerts().length,
      dlq,
      objectsPerSecond: Math.round((counted.objects / story.seconds) * 10) / 10,
      seconds: Math.round(story.seconds * 10) / 10,
      node: world.node(),
      deployed: world.deployed,
    },
  };
};

const recordsOf = ({ traces }: Story): readonly LedgerRecord[] =>
  traces.all().flatMap((name) => traces.of(name).records);

const checkCases = (
  { model, keys: demoKeys }: World,
  { placed, traces }: Story,
  ledger: Ledger,
): readonly CheckedCase[] => {
  const evidence = {
    model: model.state(),
    keys: demoKeys,
    ledgerIds: new Set(ledger.keys()),
    openIntents: new Set(intentsOpen(ledger.values()).map(({ intentId }) => intentId)),
  };
  return placed.map(({ demoCase, uploads, keys }) => ({
    demoCase,
    uploads: uploads.map((upload) => checkUpload(demoCase, upload, traces.of(upload), evidence)),
    keys: keys.map((key) => checkKey(key, versionIdsOf(evidence.model, key), traces.stepsOf(key))),
  }));
};
