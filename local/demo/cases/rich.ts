import { canonicalIdOf } from '../../model/ids.ts';
import type { PutInput } from './upload.ts';

/** Everything that S3 keeps beside the bytes, but for tags, ACL and annotations. */
export const RICH: PutInput = {
  StorageClass: 'STANDARD_IA',
  Metadata: { author: 'payroll', 'x-note': 'ends  with = and %', empty: '' },
  ContentType: 'application/pdf',
  ContentEncoding: 'gzip',
  ContentLanguage: 'de, en',
  ContentDisposition: 'attachment; filename="may 2026.pdf"',
  CacheControl: 'private, max-age=60',
  Expires: new Date('2030-01-01T00:00:00Z'),
  WebsiteRedirectLocation: '/elsewhere',
  ChecksumAlgorithm: 'SHA256',
};

export const tagging = (count: number): string =>
  [...Array(count).keys()].map((n) => `tag-${n}=value%20${n}`).join('&');

/** Grants to two grantees beside the owner's: for buckets that still have ACLs. */
export const grantsFor = (account: string): PutInput => ({
  GrantFullControl: `id="${canonicalIdOf(account)}"`,
  GrantRead: `id="${canonicalIdOf('777788889999')}", uri="http://acs.amazonaws.com/groups/s3/LogDelivery"`,
});

export const ANNOTATIONS: Readonly<Record<string, string>> = {
  summary: '{"pages":3,"language":"de"}',
  'review-2026': 'seen by the works council: nothing to add',
};
