import { expect, it } from '@jest/globals';
import { nameOfMade } from '../../../core/copies/made.ts';

it.each([
  ['by ETag and version', { etag: 'e', versionId: 'v' }, 'e v'],
  ['by its ETag alone where there are no versions', { etag: 'e' }, 'e null'],
] as const)('what a copy made is named %s', (_title, made, name) => {
  expect(nameOfMade(made)).toBe(name);
});
