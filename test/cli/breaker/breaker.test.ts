import { describe, expect, it } from '@jest/globals';
import type { BreakerState } from '../../../core/breaker/breaker-state.ts';
import { ocsfErrors } from '../../core/operator/made.ts';
import { makeReleaseWorld, REASON } from '../made/release-world.ts';

const CLOSED: BreakerState = { rule: 'other', hour: '2026-11-24T11:00:00.000Z', orders: 7 };
const OPEN: BreakerState = {
  rule: 'payroll',
  hour: '2026-11-24T11:00:00.000Z',
  orders: 100,
  opened: { at: '2026-11-24T11:30:00.000Z', by: 'x#0' },
  resumed: { at: '2026-11-01T00:00:00.000Z', by: 'arn:joe', reason: 'a\u001B[2Jb' },
};
const RESUME = ['breaker', 'resume', 'payroll', '--reason', REASON];

describe('sealward breaker show', () => {
  it('shows every rule that gave orders, and exits with 1 where one is held', async () => {
    const ran = await (
      await makeReleaseWorld({ breakers: [CLOSED, OPEN] })
    ).sealward(['breaker', 'show']);
    expect(ran.out).toEqual([
      'closed         rule other',
      '  orders       7 in the hour from 2026-11-24T11:00:00.000Z',
      'open           rule payroll',
      '  orders       100 in the hour from 2026-11-24T11:00:00.000Z',
      '  since        2026-11-24T11:30:00.000Z',
      '  held         its orders wait in their queue; judging goes on',
      '  resume       sealward breaker resume payroll --stack sealward-test --reason …',
      '  resumed      2026-11-01T00:00:00.000Z by arn:joe',
      String.raw`  reason       a\u{1b}[2Jb`,
      '1 of 2 held',
    ]);
    expect(ran.exitCode).toBe(1);
  });

  it('prints JSON, and exits with 0 where none is held', async () => {
    const world = await makeReleaseWorld({ breakers: [CLOSED] });
    const deployed = {
      ...world.stack,
      outputs: { ...world.stack.outputs, BreakerOrdersPerHour: '10000' },
    };
    const ran = await world.sealward(['breaker', 'show', '--json'], { deployed });
    expect(ran.out.map((line) => JSON.parse(line))).toEqual([
      { kind: 'breaker', ...CLOSED },
      { kind: 'summary', breakers: 1, open: 0, limit: 10_000, exitCode: 0 },
    ]);
    expect(ran.exitCode).toBe(0);
  });

  it('says which param is missing where the stack has no breaker', async () => {
    const { stack, sealward } = await makeReleaseWorld();
    const deployed = { ...stack, outputs: { Mode: 'enforce' } };
    const ran = await sealward(['breaker', 'show'], { deployed });
    expect(ran.err[0]).toMatch(/^error E_NOT_OPTED_IN: .*`breakerOrdersPerHour`/);
  });
});

describe('sealward breaker resume', () => {
  it('resumes between two records', async () => {
    const world = await makeReleaseWorld({ breakers: [CLOSED, OPEN] });
    const ran = await world.sealward(RESUME);
    expect(ran).toMatchObject({
      exitCode: 0,
      out: ['resumed rule `payroll`: its orders go again within 15 minutes'],
    });
    expect(world.writes).toEqual(['record intended', 'resume payroll', 'record applied']);
    expect(world.records.flatMap(ocsfErrors)).toEqual([]);
    expect(world.records[0]?.unmapped.sealward).toMatchObject({
      operation: 'breaker resume',
      rule: 'payroll',
      reason: REASON,
    });
  });

  it.each([
    ['a rule that is not held', 'other', [CLOSED, OPEN], 'is not held; held is `payroll`'],
    [
      'a rule that the table does not know',
      'payrol',
      [OPEN, { ...OPEN, rule: 'b c' }],
      'has given no orders lately; held are `payroll`, `b c`',
    ],
    ['a rule where none is held', 'other', [CLOSED], 'is not held; no rule is held'],
    [
      'a rule of a stack that gave no orders',
      'none',
      [],
      'has given no orders lately; no rule is held',
    ],
  ])('resumes nothing for %s, and names those that are', async (_title, rule, breakers, words) => {
    const world = await makeReleaseWorld({ breakers });
    const ran = await world.sealward(['breaker', 'resume', rule, '--reason', REASON]);
    expect(ran).toMatchObject({ exitCode: 2, out: [`rule \`${rule}\` ${words}`] });
    expect(world.writes).toEqual([]);
  });

  it('tells scripts as well which rules are held', async () => {
    const world = await makeReleaseWorld({ breakers: [CLOSED, OPEN] });
    const ran = await world.sealward(['breaker', 'resume', 'other', '--reason', REASON, '--json']);
    expect(JSON.parse(ran.out[0] ?? '')).toEqual({
      kind: 'resume',
      rule: 'other',
      run: { kind: 'not-open', known: true, open: ['payroll'] },
      exitCode: 2,
    });
  });

  it('does nothing where the ledger does not take the intent', async () => {
    const world = await makeReleaseWorld({ breakers: [OPEN], ledgerRefuses: () => true });
    const ran = await world.sealward(RESUME);
    expect(ran.err[0]).toMatch(/^error E_LEDGER: /);
    expect(world.writes).toEqual([]);
  });

  it('says where somebody else was faster', async () => {
    const world = await makeReleaseWorld({ breakers: [OPEN] });
    const resumeBreakerIn = () => () => Promise.resolve(undefined);
    const ran = await world.sealward(RESUME, { deployed: { ...world.stack, resumeBreakerIn } });
    expect(ran.out).toEqual([
      'rule `payroll` was not resumed: somebody else has resumed it meanwhile',
    ]);
    expect(ran.exitCode).toBe(2);
    expect(world.records.at(-1)?.status).toBe('Failure');
  });

  it('wants a reason', async () => {
    const ran = await (
      await makeReleaseWorld({ breakers: [OPEN] })
    ).sealward(['breaker', 'resume', 'payroll']);
    expect(ran.err[0]).toMatch(/^error E_USAGE: .*--reason/);
  });
});
