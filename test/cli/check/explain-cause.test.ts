import { expect, it } from '@jest/globals';
import { explainCause } from '../../../cli/check/explain-cause.ts';
import type { Cause } from '../../../core/objects/object-facts.ts';

it('says what to do', () => {
  expect(explainCause('gave-up')).toBe('it was tried as often as allowed');
});

// a manifest keeps the causes of whatever version wrote it
it.each([
  ['constructor', 'constructor'],
  ['__proto__', '__proto__'],
  ['\u001B[2J', String.raw`\u{1b}[2J`],
])('shows a cause that it does not know as it is: %j', (cause, shown) => {
  expect(explainCause(cause as Cause)).toBe(shown);
});
