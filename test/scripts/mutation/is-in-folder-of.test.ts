import { expect, it } from '@jest/globals';
import { isInFolderOf } from '../../../scripts/mutation/is-in-folder-of.ts';

it.each([
  [
    'is true of the mirrored test',
    '/r/core/judge/judge.ts',
    '/r/test/core/judge/judge.test.ts',
    true,
  ],
  ['is true of a neighbour', '/r/core/judge/needs.ts', '/r/test/core/judge/judge.test.ts', true],
  [
    'is true across folders within it',
    '/r/core/policy/document/x.ts',
    '/r/test/core/policy/y.test.ts',
    true,
  ],
  ['is false of another folder', '/r/core/judge/judge.ts', '/r/test/core/orders/x.test.ts', false],
  [
    'is false of a folder that starts alike',
    '/r/core/judge/judge.ts',
    '/r/test/core/judges/x.test.ts',
    false,
  ],
  [
    'is true of all for a file of core/ itself',
    '/r/core/show-text.ts',
    '/r/test/core/orders/x.test.ts',
    true,
  ],
] as const)('%s', (_title, coreFile, testFile, is) => {
  expect(isInFolderOf(coreFile, testFile)).toBe(is);
});
