import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { EventFault } from '../../../../local/front/faults/fault.ts';
import { scripted } from './scripted.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const pushed = (events: readonly EventFault[], items: readonly string[]) => {
  const faults = scripted({}, events);
  const seen: string[] = [];
  faults.events.pass(items, (some) => seen.push(...some));
  return { faults, seen };
};

it('lets events through once, twice, later or past one another, and loses none', () => {
  const { faults, seen } = pushed(
    [
      { kind: 'none' },
      { kind: 'duplicated', ms: 30 },
      { kind: 'delayed', ms: 20 },
      { kind: 'reordered', ms: 10 },
      { kind: 'dropped', ms: 40 },
    ],
    ['plain', 'twice', 'later', 'overtaken', 'again'],
  );
  expect(seen).toEqual(['plain', 'twice']);
  expect(faults.events.held()).toBe(4);
  jest.advanceTimersByTime(40);
  expect(seen).toEqual(['plain', 'twice', 'overtaken', 'later', 'twice', 'again']);
  expect(faults.events.held()).toBe(0);
  expect(faults.tally().events).toEqual({ duplicated: 1, delayed: 1, reordered: 1, dropped: 1 });
});

it('pushes nothing any more once nobody is there', () => {
  const { faults, seen } = pushed([{ kind: 'delayed', ms: 20 }], ['later']);
  faults.events.drop();
  jest.advanceTimersByTime(100);
  expect([seen, faults.events.held()]).toEqual([[], 0]);
});
