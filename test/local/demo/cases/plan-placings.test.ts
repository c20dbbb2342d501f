import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allCases } from '../../../../local/demo/cases/all-cases.ts';
import { onceEach, planPlacings } from '../../../../local/demo/cases/plan-placings.ts';

it('places each case once unless more is asked for', () => {
  const placings = planPlacings(allCases, onceEach(allCases));
  expect(placings.map(({ demoCase }) => demoCase.id)).toEqual(allCases.map(({ id }) => id));
});

it('makes exactly as many object versions as are asked for, each case under keys of its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000 }), (objects) => {
      const placings = planPlacings(allCases, objects);
      expect(placings.reduce((sum, { demoCase }) => sum + (demoCase.uploads ?? 1), 0)).toBe(
        objects,
      );
      const names = placings.map(({ demoCase, key }) => JSON.stringify([demoCase.id, key]));
      expect(new Set(names).size).toBe(placings.length);
    }),
    { numRuns: 50 },
  );
});

it('repeats what is costly only so often', () => {
  const ids = planPlacings(allCases, 2_000).map(({ demoCase }) => demoCase.id);
  expect(ids.filter((id) => id === 'multipart')).toHaveLength(3);
  expect(ids.filter((id) => id === 'sse-s3').length).toBeGreaterThan(30);
});

it('has keys that S3 takes, the longest of 1,024 bytes however often it is repeated', () => {
  const sizes = planPlacings(allCases, 2_000).map(({ key }) => Buffer.byteLength(key));
  expect(Math.max(...sizes)).toBe(1_024);
  const longest = allCases.find(({ id }) => id === 'key-longest');
  for (const n of [1, 12, 345, 6_789]) expect(Buffer.byteLength(longest?.key(n) ?? '')).toBe(1_024);
});

it('has no two cases of one name', () => {
  expect(new Set(allCases.map(({ id }) => id)).size).toBe(allCases.length);
});
