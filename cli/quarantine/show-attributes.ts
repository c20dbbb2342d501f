import type { Grant } from '../../core/copies/object-attributes.ts';
import type { KnownAttributes } from '../../core/quarantine/manifest.ts';
import { showText } from '../../core/show-text.ts';
import type { Fact } from '../check/show-checked.ts';
import { showEncryption } from '../check/show-encryption.ts';
import { showSize } from './show-entry.ts';

/** Every attribute that the manifest keeps of an object, one a line. */
export const showAttributes = (kept: KnownAttributes): readonly Fact[] => [
  ...one('encryption', kept.encryption, showEncryption),
  ...one('etag', kept.etag, showText),
  ...one('modified', kept.lastModified, (date) => date.toISOString()),
  ['size', showSize(kept.size)],
  ...one('class', kept.storageClass, showText),
  ...one('checksum', kept.checksum, ({ algorithm, type, value }) =>
    showText(`${algorithm} ${value} (${type})`),
  ),
  ...one(
    'parts',
    kept.parts,
    ({ count, firstBytes }) => `${count}, the first of ${firstBytes} bytes`,
  ),
  ...pairs('header', kept.headers ?? {}),
  ...one('redirect', kept.websiteRedirect, showText),
  ...pairs('metadata', kept.metadata ?? {}),
  ...(kept.missingMetadata === undefined || kept.missingMetadata === 0
    ? []
    : [['metadata', `${kept.missingMetadata} more that no header can hold`] as const]),
  ...pairs('tag', kept.tags),
  ...(kept.acl === undefined
    ? []
    : [
        ['owner', showText(kept.acl.owner)] as const,
        ...kept.acl.grants.map((grant) => ['grant', showGrant(grant)] as const),
      ]),
  ...one('lock', kept.lock, ({ mode, retainUntil, legalHold }) =>
    [mode && `${mode} until ${retainUntil?.toISOString() ?? 'unknown'}`, legalHold && 'legal hold']
      .filter((text) => typeof text === 'string')
      .join(', '),
  ),
  ...(kept.annotations ?? []).map(
    ({ name, size }) => ['annotation', `${showText(name)} (${showSize(size)})`] as const,
  ),
];

const one = <Value>(
  name: string,
  value: Value | undefined,
  show: (value: Value) => string,
): readonly Fact[] => (value === undefined ? [] : [[name, show(value)]]);

const pairs = (name: string, map: Readonly<Record<string, string>>): readonly Fact[] =>
  Object.entries(map).map(([key, value]) => [name, `${showText(key)} = ${showText(value)}`]);

const showGrant = ({ grantee, permission }: Grant): string =>
  `${permission} to ${showText(grantee.kind === 'user' ? grantee.id : grantee.uri)}`;
