import type { ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import type { MoveManifest } from '../../../core/quarantine/manifest.ts';
import { makeViolation, sseKms } from '../../made/facts.ts';

/** An object with everything that an object can have. */
export const RICH: ObjectAttributes = {
  ref: { bucket: 'payroll-2026', key: '\u202e?versionId=x&\n\u009b é🦊', versionId: 'v1' },
  etag: '6f5902ac237024bdd0c176cb93063dc4-2',
  lastModified: new Date('2026-11-20T09:15:02Z'),
  size: 10_485_761,
  encryption: sseKms('theirs'),
  headers: {
    contentType: 'text/plain',
    expires: 'some day',
    contentDisposition: '=?UTF-8?Q?=C3=A9?=',
  },
  metadata: { a: 'b', ['__proto__']: 'theirs' },
  missingMetadata: 1,
  websiteRedirect: '/elsewhere',
  storageClass: 'STANDARD_IA',
  archived: false,
  tags: { team: 'pay roll', ['__proto__']: '\u2028' },
  acl: {
    owner: 'me',
    grants: [
      { grantee: { kind: 'user', id: 'other' }, permission: 'READ' },
      {
        grantee: { kind: 'group', uri: 'http://acs.amazonaws.com/groups/global/AllUsers' },
        permission: 'READ_ACP',
      },
    ],
  },
  lock: { mode: 'GOVERNANCE', retainUntil: new Date('2026-11-21T00:00:00.5Z'), legalHold: false },
  eventHold: { days: 7 },
  checksum: { algorithm: 'CRC32C', type: 'COMPOSITE', value: 'abcd==-2' },
  annotations: [{ name: 'né\u0000', etag: 'e', size: 12 }],
  parts: { count: 2, firstBytes: 8_388_608 },
};

export const MANIFEST: MoveManifest = {
  v: 1,
  kind: 'move',
  intentId: 'f'.repeat(64),
  policyHash: 'hash',
  stack: 'sealward-test',
  at: '2026-11-24T12:00:00.000Z',
  because: makeViolation({
    lapsedExemption: 'etl',
    also: [{ requirement: 'kms-key', expected: ['a', 'b'], found: 'c' }],
    undecided: [{ requirement: 'key-rotation', cause: 'rotation-unreadable', words: 'no' }],
  }),
  source: RICH,
};
