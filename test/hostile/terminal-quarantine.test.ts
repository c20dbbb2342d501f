import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printEntries } from '../../cli/quarantine/print-entries.ts';
import { printEntry } from '../../cli/quarantine/print-entry.ts';
import { printRelease } from '../../cli/quarantine/print-release.ts';
import type { ReleaseRun } from '../../cli/quarantine/run-release.ts';
import { showPlan } from '../../cli/quarantine/show-plan.ts';
import { showFacts } from '../../cli/quarantine/show-entry.ts';
import type { Manifest } from '../../core/quarantine/manifest.ts';
import { parseManifest } from '../../core/quarantine/parse-manifest.ts';
import { refuse, type ReleasePlan } from '../../core/release/release-plan.ts';
import { anyVerdict, hostileText } from '../core/ledger/any-verdict.ts';
import { acting } from './acts.ts';
import { entryOf, openEntryOf } from './open-entry.ts';
import { MANIFESTS } from './seeds.ts';
import { silent } from './silent.ts';
import { writtenBy } from './written.ts';

const RUNS = { numRuns: 50 };
const FIRST = ['rule', 'found', 'lapsedExemption', 'words', 'cause', 'key', 'bucket', 'policyHash'];
const SECOND = ['owner', 'id', 'etag', 'name', 'contentType', 'storageClass', 'stack', 'intentId'];

/** A manifest that is understood, and holds the texts wherever it may hold any. */
const manifestsOf = (one: string, two: string, three: string): readonly Manifest[] =>
  MANIFESTS.map((text) => {
    const value: unknown = JSON.parse(text, (name, member: unknown) => {
      if (FIRST.includes(name)) return one;
      if (SECOND.includes(name)) return two;
      return name === 'tags' || name === 'metadata' ? { [two]: three } : member;
    });
    const manifest = parseManifest(JSON.stringify(value));
    if ('unreadable' in manifest) throw new Error(manifest.unreadable);
    return manifest;
  });

const runsOf = (words: string): readonly ReleaseRun[] => [
  { kind: 'due' },
  ...(
    [
      { kind: 'applied', versionId: words, words },
      { kind: 'refused', code: words, words },
      { kind: 'superseded', words },
      { kind: 'failed', words },
      { kind: 'unfinished', words },
    ] as const
  ).map((outcome) => ({ kind: 'ended', outcome, recorded: false }) as const),
];

describe.each([
  ['text', false],
  ['JSON', true],
] as const)('the terminal obeys nothing of a manifest, whoever wrote it, as %s', (_title, json) => {
  it('in a list', () => {
    fc.assert(
      silent((one, two, three) => {
        const released = { v: 1, intentId: one, releaseId: one, at: 'now' } as const;
        const entries = [
          ...manifestsOf(one, two, three).map(entryOf),
          ...manifestsOf(one, two, three).map((manifest) => ({
            ...entryOf(manifest),
            release: { ...released, by: two, reason: three, versionId: one },
          })),
          { kind: 'unreadable', bucket: one, intentId: 'a', words: two } as const,
          { kind: 'under-way', bucket: one, intentId: 'b' } as const,
        ];
        return [
          ...writtenBy((terminal) => printEntries(entries, terminal, { json, bucket: one })),
          ...writtenBy((terminal) => printEntries([], terminal, { json, bucket: one })),
        ];
      }),
      RUNS,
    );
  });

  it('by itself', () => {
    fc.assert(
      silent((one, two, three) =>
        manifestsOf(one, two, three).flatMap((manifest) =>
          writtenBy((terminal) => printEntry(openEntryOf(manifest), terminal, json)),
        ),
      ),
      RUNS,
    );
  });

  it('when it is released, however that ends', () => {
    fc.assert(
      silent((one, two, three) =>
        manifestsOf(one, two, three).flatMap((manifest) =>
          runsOf(three).flatMap((run) =>
            writtenBy((terminal) =>
              printRelease(openEntryOf(manifest), run, { terminal, json, exitCode: 0 }),
            ),
          ),
        ),
      ),
      RUNS,
    );
  });
});

it('the terminal obeys nothing of what a release would do', () => {
  fc.assert(
    fc.property(anyVerdict, hostileText, (verdict, text) => {
      const plans: readonly ReleasePlan[] = [
        refuse('copy-differs', text, verdict),
        { kind: 'note', versionId: text, verdict },
        ...(verdict.kind === 'compliant' || verdict.kind === 'exempt'
          ? [{ kind: 'unmark', tags: { [text]: text }, marked: false, verdict } as const]
          : []),
      ];
      expect(acting(plans.flatMap((plan) => showFacts(showPlan(plan))))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
