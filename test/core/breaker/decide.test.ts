import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BreakerState } from '../../../core/breaker/breaker-state.ts';
import { type Asking, decide, deliveryId, hourOf } from '../../../core/breaker/decide.ts';

const NOW = new Date('2026-11-24T12:34:56.789Z');
const HOUR = '2026-11-24T12:00:00.000Z';
const asking = (more: Partial<Asking> = {}): Asking => ({
  rule: 'payroll',
  delivery: 'i3#0',
  now: NOW,
  limit: 2,
  ...more,
});
const closed = (orders: number, hour = HOUR): BreakerState => ({ rule: 'payroll', hour, orders });
const opened = { at: NOW.toISOString(), by: 'i3#0' };
const GO = { kind: 'go' };
const HELD = { kind: 'held', words: 'the circuit breaker of rule `payroll` is open' };
const OPENED = { rule: 'payroll', orders: 2, hour: HOUR, at: opened.at };

describe('decide', () => {
  it.each([
    ['lets the first order of all go', undefined, GO, closed(1)],
    ['counts the next', closed(1), GO, closed(2)],
    ['begins anew with the hour', closed(2, '2026-11-24T11:00:00.000Z'), GO, closed(1)],
    [
      'counts in the later hour what a slow clock takes for the one before',
      closed(1, '2026-11-24T13:00:00.000Z'),
      GO,
      closed(2, '2026-11-24T13:00:00.000Z'),
    ],
    [
      'opens for the order that would be one too many',
      closed(2),
      { ...HELD, opened: OPENED },
      { ...closed(2), opened },
    ],
  ])('%s', (_title, state, admission, next) => {
    expect(decide(state, asking())).toEqual({ admission, next });
  });

  it('stays open, whatever the hour', () => {
    const state = { ...closed(2), opened };
    for (const now of [NOW, new Date('2026-12-24T00:00:00Z')]) {
      expect(decide(state, asking({ delivery: 'i4#0', now }))).toEqual({ admission: HELD });
    }
  });

  it('says again that it opened to the very delivery that opened it, and to no other', () => {
    const state = { ...closed(2), opened };
    expect(decide(state, asking()).admission).toEqual({ ...HELD, opened: OPENED });
    for (const delivery of ['i3#1', 'i4#0']) {
      expect(decide(state, asking({ delivery })).admission).toEqual(HELD);
    }
  });

  it('lets exactly as many orders of an hour go as the limit says, and opens once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(40), (limit, orders) => {
        let state: BreakerState | undefined;
        const said = Array.from({ length: orders }, (_, at) => {
          const { admission, next = state } = decide(
            state,
            asking({ limit, delivery: `i${at}#0` }),
          );
          state = next;
          return admission;
        });
        expect(said.filter(({ kind }) => kind === 'go')).toHaveLength(Math.min(limit, orders));
        const openings = said.filter((one) => 'opened' in one);
        expect(openings).toHaveLength(orders > limit ? 1 : 0);
      }),
    );
  });

  it('keeps who resumed it lastly', () => {
    const resumed = { at: HOUR, by: 'arn', reason: 'a migration' };
    expect(decide({ ...closed(0), resumed }, asking()).next).toEqual({ ...closed(1), resumed });
  });
});

describe('hourOf', () => {
  it('is the UTC hour that a moment is in', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: NOW }), (now) => {
        const since = now.getTime() - Date.parse(hourOf(now));
        expect(since).toBeGreaterThanOrEqual(0);
        expect(since).toBeLessThan(3_600_000);
        expect(new Date(hourOf(now)).getTime() % 3_600_000).toBe(0);
      }),
    );
  });
});

describe('deliveryId', () => {
  it('is another one once the order has been sent again', () => {
    const order = { intentId: 'i' };
    const ids = [undefined, 1, 2].map((times) =>
      deliveryId(order, times === undefined ? undefined : { why: 'held', times }),
    );
    expect(ids).toEqual(['i#0', 'i#1', 'i#2']);
  });
});
