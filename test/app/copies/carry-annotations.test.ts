import { expect, it } from '@jest/globals';
import { carryAnnotations } from '../../../app/copies/carry-annotations.ts';
import { MINUTES } from './copy-world.ts';

const entry = (name: string, size = 1) => ({ name, etag: `etag of ${name}`, size });
const SOURCE = { bucket: 'payroll', key: 'k', versionId: 'v1' };
const COPY = { bucket: 'payroll', key: 'k', versionId: 'v2' };

const carry = async (
  source: readonly ReturnType<typeof entry>[],
  there: readonly ReturnType<typeof entry>[],
  timeLeft = MINUTES,
) => {
  const calls: string[] = [];
  const ports = {
    atOnce: 1,
    listAnnotations: async () => {
      calls.push('list');
      return Promise.resolve(there);
    },
    carryAnnotation: async (name: string, from: object, to: object, etag: string) => {
      calls.push(`${name} ${JSON.stringify([from, to, etag])}`);
      return Promise.resolve();
    },
  };
  const copy = { ref: COPY, etag: 'new' };
  const done = await carryAnnotations(ports, source, SOURCE, copy, timeLeft);
  return { done, calls };
};

it('asks nothing where there are none', async () => {
  expect(await carry([], [])).toEqual({ done: true, calls: [] });
});

it('carries those that are not there, or not whole', async () => {
  const { done, calls } = await carry(
    [entry('a'), entry('b', 2), entry('c')],
    [entry('a'), entry('b', 1)],
  );
  expect(done).toBe(true);
  expect(calls.map((call) => call.split(' ')[0])).toEqual(['list', 'b', 'c']);
  expect(calls[1]).toBe(
    'b [{"bucket":"payroll","key":"k","versionId":"v1"},{"bucket":"payroll","key":"k","versionId":"v2"},"new"]',
  );
});

it('stops when time is short, and says so', async () => {
  const left = [300_000, 19_999];
  const { done, calls } = await carry([entry('a'), entry('b')], [], () => left.shift() ?? 0);
  expect(done).toBe(false);
  expect(calls).toHaveLength(2);
});
