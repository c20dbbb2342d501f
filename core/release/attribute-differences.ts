import { carriedGrants } from '../copies/carried-grants.ts';
import { contradict, wholeChecksum } from '../copies/carried.ts';
import type { ObjectAttributes } from '../copies/object-attributes.ts';
import { canonicalJson } from '../policy/canonical-json.ts';
import { withoutMarker } from './without-marker.ts';

/** One attribute that is not as it should be. Raw, hostile text. */
export type Difference = {
  readonly attribute: string;
  readonly wanted: string;
  readonly found: string;
};

type Read = (attributes: ObjectAttributes) => unknown;

/** What every copy carries: into quarantine, and back. */
const CARRIED: Readonly<Record<string, Read>> = {
  size: ({ size }) => size,
  headers: ({ headers }) => headers,
  metadata: ({ metadata }) => metadata,
  'metadata that no header can hold': ({ missingMetadata }) => missingMetadata,
  'website redirect': ({ websiteRedirect }) => websiteRedirect,
  'storage class': ({ storageClass }) => storageClass,
  // S3 gives every copy of an annotation an ETag of its own where the encryption is another one
  annotations: ({ annotations }) => annotations.map(({ name, size }) => ({ name, size })),
};

/** The quarantine bucket has no ACLs, and our own marker is no attribute of the object. */
const IN_QUARANTINE = {
  tags: ({ tags }: ObjectAttributes) => withoutMarker(tags),
} satisfies Record<string, Read>;
const RESTORED = {
  tags: ({ tags }: ObjectAttributes) => tags,
  ACL: ({ acl }: ObjectAttributes) => carriedGrants(acl),
} satisfies Record<string, Read>;

/**
 * In what a copy in quarantine, or a restored object, is not like its original. Version id, Last-Modified and ETag are
 * always new, and the encryption is another one on purpose; checksums count where both cover the whole object.
 */
export const attributeDifferences = (
  original: ObjectAttributes,
  copy: ObjectAttributes,
  where: 'in-quarantine' | 'restored',
): readonly Difference[] => {
  const wantedOf = { ...original, tags: withoutMarker(original.tags) };
  const reads = Object.entries<Read>({
    ...CARRIED,
    ...(where === 'restored' ? RESTORED : IN_QUARANTINE),
  });
  const differences = reads
    .map(([attribute, read]) => ({
      attribute,
      wanted: textOf(read(wantedOf)),
      found: textOf(read(copy)),
    }))
    .filter(({ wanted, found }) => wanted !== found);
  const [wanted, found] = [wholeChecksum(original.checksum), wholeChecksum(copy.checksum)];
  return contradict(wanted, found)
    ? [...differences, { attribute: 'checksum', wanted: wanted ?? '', found: found ?? '' }]
    : differences;
};

const textOf = (value: unknown): string => (value === undefined ? 'none' : canonicalJson(value));
