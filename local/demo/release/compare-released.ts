import { isDeepStrictEqual } from 'node:util';
import type { Encryption } from '../../../core/objects/encryption.ts';
import { showText } from '../../../core/show-text.ts';
import { differences, grantsOf } from '../check/differences.ts';
import type { Snapshot } from '../check/snapshot.ts';
import { showEncryption } from '../show/show-encryption.ts';
import type { World } from '../world/world.ts';
import type { ComparedAttribute } from './release-story.ts';

type Read = (snapshot: Snapshot) => unknown;
type Attribute = readonly [name: string, read: Read, show: (snapshot: Snapshot) => string];

const sizeOf = (value: unknown): number => Object.keys(value as object).length;
const member =
  (name: string): Read =>
  ({ rest }) =>
    rest[name];

const checksumOf = ({ rest }: Snapshot): string => {
  const { algorithm = 'none', value = '' } = (rest['checksum'] ?? {}) as Record<string, string>;
  return `${algorithm} ${value.slice(0, 8)}…`;
};

/** What has to come back as it was. */
const KEPT: readonly Attribute[] = [
  [
    'bytes',
    ({ sha256 }) => sha256,
    ({ size, sha256 }) => `${size}, SHA-256 ${sha256.slice(0, 8)}…`,
  ],
  ['checksum', member('checksum'), checksumOf],
  ['metadata', member('metadata'), ({ rest }) => `${sizeOf(rest['metadata'])} entries`],
  ['headers', member('system'), ({ rest }) => `${sizeOf(rest['system'])}`],
  ['tags', ({ rest }) => rest.tags, ({ rest }) => `${sizeOf(rest.tags)}`],
  [
    'annotations',
    ({ rest }) => rest['annotations'],
    ({ rest }) => `${sizeOf(rest['annotations'])}`,
  ],
  ['storage class', member('storageClass'), ({ rest }) => String(rest['storageClass'])],
  ['redirect', member('websiteRedirect'), ({ rest }) => showText(String(rest['websiteRedirect']))],
  ['ACL', grantsOf, (snapshot) => `${grantsOf(snapshot).length} grants`],
];

/** The members that these are made of. */
const MEMBERS = new Set([
  'bytes',
  'checksum',
  'metadata',
  'system',
  'tags',
  'annotations',
  'storageClass',
  'websiteRedirect',
  'acl',
]);
const RENEWED = new Set(['versionId', 'lastModified', 'etag']);
const isOther = (name: string): boolean => !MEMBERS.has(name) && !RENEWED.has(name);

/** Every attribute side by side: those that must be the same, then those that cannot be. */
export const compareReleased = (
  world: Pick<World, 'keys' | 'model'>,
  before: Snapshot,
  after: Snapshot,
): readonly ComparedAttribute[] => {
  const others = differences(before, after).filter(isOther);
  return [
    ...KEPT.map(([attribute, read, show]) => ({
      attribute,
      before: show(before),
      after: show(after),
      same: isDeepStrictEqual(read(before), read(after)),
      mayDiffer: false,
    })),
    {
      attribute: 'all else',
      before: 'owner, and nothing that it had not', // such as a lock
      after: others.join(', '),
      same: others.length === 0,
      mayDiffer: false,
    },
    ...renewed(world, before, after),
  ];
};

const renewed = (
  world: Pick<World, 'keys' | 'model'>,
  before: Snapshot,
  after: Snapshot,
): readonly ComparedAttribute[] => {
  const shows: Readonly<Record<string, (snapshot: Snapshot) => string>> = {
    'version id': ({ rest }) => `${String(rest['versionId']).slice(0, 8)}…`,
    'Last-Modified': ({ rest }) => new Date(Number(rest['lastModified'])).toISOString(),
    ETag: ({ rest }) => `${String(rest['etag']).slice(0, 8)}…`,
    encryption: ({ encryption }) => showEncryption(world, encryption as Encryption),
  };
  return Object.entries(shows).map(([attribute, show]) => ({
    attribute,
    before: show(before),
    after: show(after),
    same: show(before) === show(after),
    mayDiffer: true,
  }));
};
