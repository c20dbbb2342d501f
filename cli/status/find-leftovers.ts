import { isBegunBy } from '../../core/copies/is-begun-by.ts';
import type { StartedUpload } from '../../core/copies/started-upload.ts';
import { matchesBucket } from '../../core/orders/enabled-orders.ts';
import type { Attempt } from './attempt.ts';

export type LeftoverPorts = {
  readonly listBuckets: () => Promise<readonly string[]>;
  readonly listUploads: (bucket: string) => Promise<readonly StartedUpload[]>;
};

export type LookedFor = {
  readonly patterns: readonly string[]; // of buckets
  readonly roles: readonly string[]; // ARNs of those that copy
  readonly known: ReadonlySet<string>; // upload ids that something goes on with
};

/** Uploads that the stack's roles have begun, and that nothing goes on with. */
export const findLeftovers = async (
  { listBuckets, listUploads }: LeftoverPorts,
  { patterns, roles, known }: LookedFor,
  attempt: Attempt,
): Promise<readonly StartedUpload[]> => {
  const wild = patterns.filter((pattern) => /[*?]/.test(pattern));
  const named = patterns.filter((pattern) => !wild.includes(pattern));
  const listed =
    wild.length === 0
      ? []
      : await attempt(`buckets that match ${wild.join(', ')}`, listBuckets, []);
  const matching = listed.filter((bucket) => wild.some((one) => matchesBucket(one, bucket)));
  const found: StartedUpload[] = [];
  for (const bucket of new Set([...named, ...matching])) {
    const what = `uploads in bucket ${bucket}`;
    found.push(...(await attempt(what, async () => listUploads(bucket), [])));
  }
  return found.filter(
    ({ uploadId, initiator }) =>
      !known.has(uploadId) && roles.some((role) => isBegunBy(initiator, role)),
  );
};
