import { expect, it } from '@jest/globals';
import { refuseInParts } from '../../../app/copies/refuse-in-parts.ts';
import { makeTask } from '../../core/copies/made-attributes.ts';

const ANNOTATED = [{ name: 'n', etag: 'e', size: 1 }];
const UNVERSIONED = { bucket: 'payroll', key: 'k' };
const ELSEWHERE = { to: { bucket: 'quarantine', key: 'k' } };

it.each([
  ['begins an ordinary one', {}, {}, undefined],
  ['begins one with annotations on a version', { annotations: ANNOTATED }, {}, undefined],
  [
    'begins one with annotations to another place',
    { annotations: ANNOTATED, ref: UNVERSIONED },
    ELSEWHERE,
    undefined,
  ],
  ['refuses metadata that HTTP cannot carry', { missingMetadata: 1 }, {}, 'MissingMetadata'],
  [
    'refuses annotations whose object would be gone',
    { annotations: ANNOTATED, ref: UNVERSIONED },
    {},
    'AnnotationsWouldBeLost',
  ],
  [
    'refuses annotations of a null version, which may be replaced',
    { annotations: ANNOTATED, ref: { ...UNVERSIONED, versionId: 'null' } },
    {},
    'AnnotationsWouldBeLost',
  ],
] as const)('%s', (_title, facts, task, code) => {
  expect(refuseInParts(makeTask(facts, task))?.code).toBe(code);
});
