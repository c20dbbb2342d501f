import { assertNever } from '../../core/assert-never.ts';
import type { OperatorOutcome } from '../../core/operator/operator-act.ts';
import { explainRefusal } from '../../core/release/explain-refusal.ts';
import { showText } from '../../core/show-text.ts';
import type { Terminal } from '../../runtime/wire-cli.ts';
import { type Fact, showRef } from '../check/show-checked.ts';
import type { ExitCode } from '../exit-codes.ts';
import { jsonLine } from '../json-line.ts';
import { createPaint, type Paint } from '../paint.ts';
import type { OpenEntry } from './open-entry.ts';
import { planJson } from './plan-json.ts';
import type { ReleaseRun } from './run-release.ts';
import { showFacts } from './show-entry.ts';
import { showPlan } from './show-plan.ts';
import { showPolicy } from './show-policy.ts';

const STYLES: Readonly<Record<string, Parameters<Paint>[0]>> = {
  due: 'yellow',
  released: 'green',
  refused: 'red',
  superseded: 'red',
  failed: 'red',
  unfinished: 'yellow',
};

/** What was released, or why not; then what to do next. */
export const printRelease = (
  open: OpenEntry,
  run: ReleaseRun,
  { terminal, json, exitCode }: { terminal: Terminal; json: boolean; exitCode: ExitCode },
): void => {
  const { entry, plan, policy } = open;
  const { intentId, manifest } = entry;
  const { ref } = manifest.source;
  const word = wordOf(run);
  if (json) {
    const { bucket, key, versionId } = ref;
    const line = {
      kind: 'release',
      intentId,
      release: word,
      bucket,
      key,
      ...(versionId !== undefined && { versionId }),
      policyHash: policy.policyHash,
      plan: planJson(plan),
      ...(plan.kind === 'refused' && { words: explainRefusal(plan) }),
      ...(run.kind === 'ended' && { outcome: run.outcome, recorded: run.recorded }),
      exitCode,
    };
    terminal.out(jsonLine(line));
    return;
  }
  const paint = createPaint(terminal.color);
  const head = `${paint(STYLES[word] ?? 'bold', word.padEnd(13))}  ${intentId.slice(0, 12)}  ${showRef(ref)}`;
  const facts = [...showPlan(plan), ...showPolicy(open), ...showRun(run)];
  for (const line of [head, ...showFacts(facts)]) terminal.out(line);
  if (run.kind === 'due') terminal.out('nothing was changed: run it again with `--apply`');
};

const wordOf = (run: ReleaseRun): string => {
  if (run.kind !== 'ended') return run.kind;
  return run.outcome.kind === 'applied' ? 'released' : run.outcome.kind;
};

const showRun = (run: ReleaseRun): readonly Fact[] =>
  run.kind === 'ended'
    ? [
        ...showOutcome(run.outcome),
        ...(run.recorded
          ? []
          : [['ledger', 'it did not take the outcome: run it again to record it'] as const]),
      ]
    : [];

const showOutcome = (outcome: OperatorOutcome): readonly Fact[] => {
  switch (outcome.kind) {
    case 'applied':
      return [
        ...(outcome.versionId === undefined
          ? []
          : [['now', `version ${showText(outcome.versionId)}`] as const]),
        ...(outcome.words === undefined ? [] : [['note', showText(outcome.words)] as const]),
      ];
    case 'refused':
      return [['AWS said', showText(`${outcome.code}: ${outcome.words}`)]];
    case 'superseded':
    case 'failed':
    case 'unfinished':
      return [['note', showText(outcome.words)]];
    case 'intended':
      return [];
    default:
      return assertNever(outcome);
  }
};
