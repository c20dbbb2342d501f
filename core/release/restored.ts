import * as z from 'zod/mini';
import type { QuarantineKey } from './parse-quarantine-key.ts';

/**
 * What a release has put back, noted as soon as S3 answers it: an interrupted run is recognised by it, whatever
 * happens to the object, to the policy or to the copy's progress in between.
 */
export type Restored = {
  readonly v: 1;
  readonly intentId: string;
  readonly at: string; // ISO 8601
  readonly versionId?: string; // absent where the bucket never had versioning
  readonly etag: string;
};

/** Ends like the note of the release itself: the release role may write nothing else into quarantine. */
export const restoredKey = ({
  bucket,
  intentId,
}: Pick<QuarantineKey, 'bucket' | 'intentId'>): string =>
  `${bucket}/${intentId}/restored/release.json`;

const TEXT = z.string().check(z.minLength(1));

const RESTORED = z.object({
  v: z.literal(1),
  intentId: TEXT,
  at: z.iso.datetime(),
  versionId: z.optional(TEXT),
  etag: TEXT,
});

/** `undefined` where it cannot be understood: then the object has to be recognised by what it is. */
export const parseRestored = (text: string): Restored | undefined => {
  try {
    const parsed = RESTORED.safeParse(JSON.parse(text));
    // zod types an absent optional as `| undefined`; JSON has no undefined, so none is there
    return parsed.success ? (parsed.data as Restored) : undefined;
  } catch {
    return undefined;
  }
};
