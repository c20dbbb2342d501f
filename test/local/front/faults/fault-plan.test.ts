import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Weather } from '../../../../local/front/faults/fault.ts';
import { ATTEMPTS, faultPlan } from '../../../../local/front/faults/fault-plan.ts';

const OPERATIONS = ['s3:HeadObject', 'kms:DescribeKey', 'firehose:PutRecordBatch'];
const calls = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
  operation: fc.constantFrom(...OPERATIONS),
  n: fc.integer({ min: 1, max: 10_000 }),
  weather: fc.constantFrom<Weather>('storm', 'fair'),
});
const firstOf = (count: number, seed: number, operation: string, weather: Weather) =>
  Array.from({ length: count }, (_, n) => faultPlan(seed).call(operation, n, weather));
const kindsOf = (operation: string, weather: Weather): readonly string[] => {
  const faults = firstOf(1_000, 7, operation, weather).flat();
  return [...new Set(faults.map(({ kind }) => kind))].toSorted();
};

describe('the plan of a seed', () => {
  it('says the same whenever it is asked', () => {
    fc.assert(
      fc.property(calls, ({ seed, operation, n, weather }) => {
        const [one, other] = [faultPlan(seed), faultPlan(seed)];
        expect(one.call(operation, n, weather)).toEqual(other.call(operation, n, weather));
        expect(one.event(n)).toEqual(other.event(n));
      }),
    );
  });

  it('is another one than that of the next seed', () => {
    const [one, other] = [7, 8].map((seed) => firstOf(50, seed, 's3:HeadObject', 'storm'));
    expect(one).not.toEqual(other);
  });

  it('leaves the last attempt of every call alone in fair weather', () => {
    fc.assert(
      fc.property(calls, ({ seed, operation, n }) => {
        expect(faultPlan(seed).call(operation, n, 'fair').length).toBeLessThan(ATTEMPTS);
      }),
    );
  });

  it('fails some calls at every attempt in a storm, so that messages come back', () => {
    const faults = firstOf(1_000, 7, 's3:HeadObject', 'storm');
    const exhausted = faults.filter((one) => one.length === ATTEMPTS).length;
    expect(exhausted).toBeGreaterThan(30);
    expect(exhausted).toBeLessThan(150);
  });

  it.each([
    [
      's3:HeadObject',
      'storm',
      ['answer-lost', 'corrupted', 'internal-error', 'late', 'request-lost', 'slow-down'],
    ],
    [
      's3:HeadObject',
      'fair',
      ['answer-lost', 'internal-error', 'late', 'request-lost', 'slow-down'],
    ],
    [
      'kms:DescribeKey',
      'fair',
      ['answer-lost', 'internal-error', 'late', 'request-lost', 'throttled'],
    ],
    [
      'sqs:SendMessageBatch',
      'storm',
      [
        'answer-lost',
        'corrupted',
        'internal-error',
        'late',
        'partial',
        'request-lost',
        'throttled',
      ],
    ],
    [
      'sqs:SendMessageBatch',
      'fair',
      ['answer-lost', 'internal-error', 'late', 'request-lost', 'throttled'],
    ],
  ] as const)('deals %s in %s weather what it may', (operation, weather, kinds) => {
    expect(kindsOf(operation, weather)).toEqual(kinds);
  });

  it('is never so late that the functions stop waiting, after 3 seconds', () => {
    fc.assert(
      fc.property(calls, ({ seed, operation, n, weather }) => {
        for (const fault of faultPlan(seed).call(operation, n, weather))
          expect(fault.kind === 'late' ? fault.ms : 0).toBeLessThan(3_000);
      }),
    );
  });

  it('sends events astray in every way, and none for longer than is waited', () => {
    const events = Array.from({ length: 500 }, (_, n) => faultPlan(7).event(n));
    expect([...new Set(events.map(({ kind }) => kind))].toSorted()).toEqual([
      'delayed',
      'dropped',
      'duplicated',
      'none',
      'reordered',
    ]);
    for (const event of events)
      expect(event.kind === 'none' ? 0 : event.ms).toBeLessThanOrEqual(8_000);
  });
});
