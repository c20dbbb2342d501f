import { describe, expect, it } from '@jest/globals';
import { CommanderError } from 'commander';
import fc from 'fast-check';
import { createJsonReport, createTextReport } from '../../cli/check/check-report.ts';
import { explainCause } from '../../cli/check/explain-cause.ts';
import { verdictFacts } from '../../cli/check/show-checked.ts';
import { NOTHING } from '../../cli/check/tally.ts';
import { describeAwsProblem } from '../../cli/describe-aws-problem.ts';
import { internalError } from '../../cli/internal-error.ts';
import { showFacts } from '../../cli/quarantine/show-entry.ts';
import { showError } from '../../cli/show-error.ts';
import { toUsageError } from '../../cli/to-usage-error.ts';
import type { AwsProblemCause } from '../../core/aws-problem.ts';
import type { Cause } from '../../core/objects/object-facts.ts';
import { createTerminal } from '../../io/terminal.ts';
import { anyInput } from '../core/ledger/any-input.ts';
import { anyVerdict, hostileText } from '../core/ledger/any-verdict.ts';
import { acting } from './acts.ts';
import { silent } from './silent.ts';
import { writtenBy } from './written.ts';

const AT = new Date('2026-11-20T09:15:02Z');

describe('the terminal obeys nothing', () => {
  it('of a verdict', () => {
    fc.assert(
      fc.property(anyVerdict, (verdict) => {
        expect(acting(showFacts(verdictFacts(verdict)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['text', createTextReport],
    ['JSON', createJsonReport],
  ] as const)('of a checked object and of what follows, as %s', (_title, createReport) => {
    fc.assert(
      fc.property(anyInput, hostileText, ({ judged, ref: triggered, plan }, words) => {
        const reading = { kind: 'gone', ref: judged.ref, deleteMarker: false } as const;
        const seen = { triggered, reading, at: AT, verdict: judged.verdict };
        const problem = { kind: 'aws-problem', cause: 'unexpected', words } as const;
        const lines = writtenBy((terminal) => {
          const report = createReport(terminal, false);
          report.object({ kind: 'judged', ...seen, ...(plan !== undefined && { plan }) });
          report.object({ kind: 'failed', ref: judged.ref, problem });
          const error = describeAwsProblem(problem, { bucket: words });
          report.end({ tally: NOTHING, exitCode: 2, interrupted: false, error, policyHash: 'h' });
        });
        expect(lines.length).toBeGreaterThan(3);
        expect(acting(lines)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each<AwsProblemCause>([
    ...(['no-credentials', 'expired-credentials', 'invalid-credentials', 'no-region'] as const),
    ...(['wrong-region', 'no-such-bucket', 'access-denied', 'throttled'] as const),
    ...(['unreachable', 'unexpected'] as const),
  ])('of what AWS says: %s', (cause) => {
    fc.assert(
      silent((words, region, bucket) => {
        const problem = { kind: 'aws-problem', cause, words, region } as const;
        return [showError(describeAwsProblem(problem, { bucket, region: words, account: '1' }))];
      }),
    );
  });

  it('of our own mistakes, and of those of whoever types', () => {
    fc.assert(
      silent((words, other) => [
        showError(internalError(new Error(words))),
        showError(
          toUsageError(
            new CommanderError(1, 'x', `error: '${words}' (Did you mean ${other}?)`),
            'sealward',
          ),
        ),
      ]),
    );
  });

  it('of a cause that another version wrote, and answers it with words', () => {
    const causes = ['constructor', '__proto__', 'toString', '\u001B[2J'] as unknown as Cause[];
    const shown: readonly unknown[] = causes.map(explainCause);
    expect(shown.map((one) => typeof one)).toEqual(causes.map(() => 'string'));
    expect(acting(shown.map(String))).toEqual([]);
  });

  it('and every line that is written ends itself only', () => {
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text), isTTY: true, columns: 20 };
    const terminal = createTerminal(stream, stream, {});
    terminal.progress('x'.repeat(500));
    terminal.out('done');
    expect(written).toEqual(['x'.repeat(19), '\r\u001B[2K', 'done\n']);
  });
});
