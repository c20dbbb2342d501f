import { describe, expect, it } from '@jest/globals';
import { filesNamed } from '../../../scripts/mutation/files-named.ts';

const names = {
  '/a.test.ts': ['judge accepts a listed key', 'judge rejects another key'],
  '/b.test.ts': ['plan orders an update (twice)'],
  '/c.test.ts': [],
};

describe('the test files that hold a wanted test', () => {
  it.each([
    ['is the one file of one name', '(judge accepts a listed key)', ['/a.test.ts']],
    ['is named once for two of its tests', '(judge accepts)|(judge rejects)', ['/a.test.ts']],
    ['is each file of several names', '(another key)|(plan orders)', ['/a.test.ts', '/b.test.ts']],
    ['reads an escaped name as text', '(plan orders an update \\(twice\\))', ['/b.test.ts']],
    ['ignores case, as Jest does', '(JUDGE accepts)', ['/a.test.ts']],
    ['is none when no test has the name', '(sweep)', []],
  ] as const)('%s', (_title, pattern, files) => {
    expect([...filesNamed(names, pattern)]).toStrictEqual(files);
  });
});
