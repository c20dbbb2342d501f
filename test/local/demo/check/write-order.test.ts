import { expect, it } from '@jest/globals';
import type { WriteStep } from '../../../../local/demo/check/write-step.ts';
import { updatesWithoutIntent } from '../../../../local/demo/check/write-order.ts';

const of = (versionId?: string) => (versionId === undefined ? {} : { versionId });
const intent = (durableAt: number, version?: string): WriteStep => ({
  kind: 'intent',
  durableAt,
  ...of(version),
});
const update = (at: number, version?: string): WriteStep => ({
  kind: 'update',
  at,
  ...of(version),
});

it.each<[string, readonly WriteStep[], number]>([
  ['an intent, then its update', [intent(10), update(20)], 0],
  [
    'two versions of one key, one after the other',
    [intent(10), update(20), intent(30), update(40)],
    0,
  ],
  ['two versions of one key, at once', [intent(10), intent(11), update(20), update(21)], 0],
  ['an order that was delivered twice', [intent(10), update(20), update(30)], 0],
  ['in the same millisecond', [intent(20.7), update(20)], 0],
  ['no intent at all', [update(20)], 1],
  ['an update that was seen before its intent', [update(20), intent(30)], 1],
  ['an update that arrived while its intent was being written', [intent(30), update(20)], 1],
  [
    'a second update on the first one’s intent',
    [intent(10), update(20), update(25), intent(30)],
    1,
  ],
])('%s', (_title, steps, expected) => {
  expect(updatesWithoutIntent(steps)).toBe(expected);
});

it.each<[string, readonly WriteStep[], number]>([
  [
    'an update tried again before the next version’s intent',
    [intent(10, 'a'), update(20, 'a'), update(25, 'a'), intent(30, 'b'), update(40, 'b')],
    0,
  ],
  [
    'an intent written twice around its update',
    [intent(10, 'a'), update(20, 'a'), intent(30, 'a')],
    0,
  ],
  ['an update of one version on the intent of another', [intent(10, 'a'), update(20, 'b')], 1],
  ['an update that names no version', [intent(10, 'a'), update(20)], 0],
  ['an update that was seen before its intent', [update(20, 'a'), intent(30, 'a')], 1],
  [
    'an update that arrived while its intent was being written',
    [intent(30, 'a'), update(20, 'a')],
    1,
  ],
])('where orders are tried again: %s', (_title, steps, expected) => {
  expect(updatesWithoutIntent(steps, { repeats: true })).toBe(expected);
});
