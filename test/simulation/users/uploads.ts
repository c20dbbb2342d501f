import { SCENARIO } from '../scenario/make-scenario.ts';

const { keys } = SCENARIO;
export const HOSTILE_KEYS = [
  'plain.pdf',
  '<!channel> \u001b[2J\u202egnp.pdf',
  'a b/ü+%2F?versionId=x',
  '=cmd|\r\n"\'`$(id)`',
];

export const LOCKS: readonly object[] = [
  {},
  {},
  { ObjectLockLegalHoldStatus: 'ON' },
  {
    ObjectLockMode: 'GOVERNANCE',
    ObjectLockRetainUntilDate: new Date('2026-11-24T12:00:00Z'),
  },
];

export const ENCRYPTIONS: readonly (readonly [string, object])[] = [
  ['PutObject', {}],
  [
    'PutObject',
    { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.main, BucketKeyEnabled: true },
  ],
  [
    'PutObject',
    { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.main, BucketKeyEnabled: false },
  ],
  ['PutObject', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.old, BucketKeyEnabled: true }],
  ['PutUnencryptedObject', {}],
  ['PutObject', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.foreign }],
  ['PutObject', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.alike }],
  ['PutObject', { ServerSideEncryption: 'aws:kms' }],
  ['PutObject', { ServerSideEncryption: 'aws:kms:dsse', SSEKMSKeyId: keys.main }],
  ['PutObject', { ServerSideEncryption: 'aws:kms:dsse', SSEKMSKeyId: keys.old }],
  ['PutObject', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.elsewhere }],
  ['PutManagedElsewhereObject', { ServerSideEncryption: 'aws:backup' }],
];

export const ATTRIBUTES: readonly object[] = [
  {},
  {
    ContentType: 'text/csv',
    CacheControl: 'no-cache',
    Metadata: { owner: 'zoë', 'x-note': '=1+1' },
    Tagging: 'team=pay&case=7',
  },
  {
    StorageClass: 'STANDARD_IA',
    Metadata: { a: '1' },
    ContentLanguage: 'de',
    WebsiteRedirectLocation: '/x',
  },
  { Tagging: 'team=pay' },
  { StorageClass: 'GLACIER' },
];
