// Conditional reads, in RFC 7232's order.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-reads.html status: documented
import { matchesEtag } from './write-conditions.ts';
import type { StoredObject } from './stored-object.ts';

export type ReadConditions = {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
  readonly IfModifiedSince?: Date | undefined;
  readonly IfUnmodifiedSince?: Date | undefined;
};

const holds = (byEtag: boolean | undefined, byDate: boolean | undefined): boolean =>
  byEtag ?? byDate ?? true;

/** An ETag condition, where there is one, silences the date condition of its kind. */
export const judgeReadConditions = (
  object: StoredObject,
  conditions: ReadConditions,
): 'met' | 'failed' | 'not-modified' => {
  const { IfMatch: match, IfNoneMatch: noneMatch } = conditions;
  const { IfUnmodifiedSince: unmodified, IfModifiedSince: modified } = conditions;
  const isAsWanted = holds(
    match === undefined ? undefined : matchesEtag(match, object.etag),
    unmodified === undefined ? undefined : object.lastModified <= unmodified.getTime(),
  );
  if (!isAsWanted) return 'failed';
  const isNews = holds(
    noneMatch === undefined ? undefined : !matchesEtag(noneMatch, object.etag),
    modified === undefined ? undefined : object.lastModified > modified.getTime(),
  );
  return isNews ? 'met' : 'not-modified';
};
