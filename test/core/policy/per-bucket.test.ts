import { expect, it } from '@jest/globals';
import { perBucket } from '../../../core/policy/per-bucket.ts';

it('an answer is worked out once for each bucket', () => {
  const asked: string[] = [];
  const answer = perBucket((bucket) => {
    asked.push(bucket);
    return bucket.toUpperCase();
  });
  expect([answer('a'), answer('b'), answer('a')]).toEqual(['A', 'B', 'A']);
  expect(asked).toEqual(['a', 'b']);
});

it('buckets without end do not fill the memory: old answers are worked out again', () => {
  let asked = 0;
  const answer = perBucket(() => ++asked);
  for (let index = 0; index <= 1000; index++) {
    answer(`b${index}`);
  }
  expect(answer('b1000')).toBe(1001);
  expect(answer('b0')).toBe(1002);
});
