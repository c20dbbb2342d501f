import { intentsOpen } from '../../../core/ledger/intents-open.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { allCases } from '../cases/all-cases.ts';
import type { DemoCase } from '../cases/demo-case.ts';
import { onceEach, planPlacings } from '../cases/plan-placings.ts';
import { readEnding } from '../check/ending.ts';
import { findLeftovers } from '../check/leftovers.ts';
import { releaseOne } from '../release/release-one.ts';
import type { ReleaseStory } from '../release/release-story.ts';
import { BUCKETS } from '../stage/bucket-list.ts';
import type { World } from '../world/world.ts';
import type { Settled } from './announce-settled.ts';
import { recordsWithoutAlert } from './check-alerts.ts';
import { checkCases } from './check-cases.ts';
import { collectLedger } from './collect-ledger.ts';
import { countEndings } from './count.ts';
import type { DemoResult } from './demo-result.ts';
import { type Patience, putAndWait, type Story } from './put-and-wait.ts';
import { wholeProblems } from './whole-problems.ts';

export type RunOptions = {
  readonly cases?: readonly DemoCase[]; // all of them unless said
  readonly objects?: number; // each case once unless said
  readonly onSettled?: (settled: Settled) => void;
  readonly patience?: Partial<Patience>;
  readonly signal: AbortSignal;
};

/** What a person does is told of before and after. */
const ACTS_OF_A_RELEASE = 2;
const PATIENCE: Patience = { quiet: 20_000, stuck: 240_000, ledger: 60_000 };
/** What failed comes back again and again, and nothing may be looked at before the last of it is done. */
const UNDER_FAULTS: Partial<Patience> = { quiet: 90_000, ledger: 120_000 };

/** Puts the objects, watches what becomes of each, has one released, and compares everything with what was expected. */
export const runDemo = async (world: World, options: RunOptions): Promise<DemoResult> => {
  const { cases: asked = allCases, onSettled = () => undefined, signal } = options;
  const { objects = onceEach(asked) } = options;
  const patience = {
    ...PATIENCE,
    ...(world.faults !== undefined && UNDER_FAULTS),
    ...options.patience,
  };
  const placings = planPlacings(asked, objects);
  const story = await putAndWait(world, { placings, patience, onSettled, signal });
  const model = world.model.state(); // immutable: what comes after is not in it
  const release = await releaseFirst(world, story, { ms: patience.ledger, signal });
  story.traces.stop();
  const passed = recordsOf(story);
  const ids = new Set(passed.map(({ metadata }) => metadata.uid));
  const acts = release === undefined ? 0 : ACTS_OF_A_RELEASE;
  const ledger = await collectLedger(world, { ids, acts }, patience.ledger, signal);
  const cases = checkCases(world, story, ledger, model);
  const uploads = cases.flatMap((one) => one.uploads);
  const counted = countEndings(
    uploads,
    cases.flatMap((one) => one.keys),
  );
  const leftovers = findLeftovers(model, {
    buckets: BUCKETS.map(({ name }) => name),
    keys: story.placed.flatMap((one) => one.keys),
    uploads,
    quarantine: world.quarantine,
  });
  const dlq = await world.deadLetters();
  const open = intentsOpen(ledger.records.values()).length;
  return {
    cases,
    ...(release !== undefined && { release }),
    problems: wholeProblems({
      drained: story.drained,
      leftovers,
      mayLeave: world.faults !== undefined,
      strays: countStrays(story, passed, release),
      others: ledger.records.size - ids.size,
      actsMissing: acts - ledger.acts.size,
      open,
      dlq,
      silent: recordsWithoutAlert(ledger.records.values(), world.alerts()).length,
    }),
    numbers: {
      ...counted,
      released: release?.released === undefined ? 0 : 1,
      strays: countStrays(story, passed, release),
      records: ledger.records.size + ledger.acts.size,
      intentsOpen: open,
      uploadsLeft: leftovers.openUploads,
      copiesLeft: leftovers.olderCopies,
      alerts: world.alerts().length,
      dlq,
      objectsPerSecond: Math.round((counted.objects / story.seconds) * 10) / 10,
      seconds: Math.round(story.seconds * 10) / 10,
      node: world.node(),
      deployed: world.deployed,
      ...(world.faults !== undefined && {
        faults: { seed: world.faults.seed, ...world.faults.tally() },
      }),
    },
  };
};

const recordsOf = ({ traces }: Story): readonly LedgerRecord[] =>
  traces.all().flatMap((name) => traces.of(name).records);

/** Records about nothing that was put, and nothing that became of it. */
const countStrays = (
  { placed, traces }: Story,
  passed: readonly LedgerRecord[],
  release: ReleaseStory | undefined,
): number => {
  const known = new Set(
    placed
      .flatMap(({ uploads }) => uploads)
      .flatMap((upload) => {
        const { records, heir } = traces.of(upload);
        return [...records, ...(heir?.records ?? [])];
      }),
  );
  const back = release?.released === undefined ? [] : traces.of(release.released).records;
  return passed.filter((record) => !known.has(record) && !back.includes(record)).length;
};

const releaseFirst = async (
  world: World,
  { placed, traces }: Story,
  options: { readonly ms: number; readonly signal: AbortSignal },
): Promise<ReleaseStory | undefined> => {
  const uploads = placed.flatMap((one) => (one.demoCase.releases === true ? one.uploads : []));
  const moved = uploads.find((one) => readEnding(traces.of(one).records)?.how === 'quarantined');
  return moved && releaseOne(world, traces, moved, options);
};
