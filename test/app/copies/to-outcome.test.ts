import { expect, it } from '@jest/globals';
import { toOutcome } from '../../../app/copies/to-outcome.ts';
import { makeTask } from '../../core/copies/made-attributes.ts';

const taskOf = (versionId: string | undefined) => {
  const { versionId: _v, ...ref } = makeTask().attributes.ref;
  return makeTask({ ref: versionId === undefined ? ref : { ...ref, versionId } });
};

it.each([
  ['a new version', 'v1', 'v2', { became: 'v2', residual: 'v1' }],
  ['a version above the null version', 'null', 'v2', { became: 'v2', residual: 'null' }],
  [
    'a version, as versioning was just turned on',
    undefined,
    'v2',
    { became: 'v2', residual: 'null' },
  ],
  ['the null version in its own place', 'null', 'null', {}],
  ['an object without versions', undefined, undefined, {}],
  ['the null version, as versioning was just suspended', undefined, 'null', {}],
] as const)(
  'says what was made, and what stays behind: %s',
  (_title, source, versionId, expected) => {
    const copied = {
      kind: 'copied',
      etag: 'e',
      ...(versionId !== undefined && { versionId }),
    } as const;
    expect(toOutcome(taskOf(source), copied)).toEqual({ kind: 'applied', ...expected });
  },
);

it.each([
  [{ kind: 'unfinished' }, 'continue'],
  [
    { kind: 'source-changed', words: 'w' },
    { kind: 'superseded', words: 'w' },
  ],
  [
    { kind: 'destination-changed', words: 'w' },
    { kind: 'superseded', words: 'w' },
  ],
  [
    { kind: 'refused', code: 'c', words: 'w' },
    { kind: 'refused', code: 'c', words: 'w' },
  ],
] as const)('says what else there is: %j', (copied, expected) => {
  expect(toOutcome(taskOf('v1'), copied)).toEqual(expected);
});
