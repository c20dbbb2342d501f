import * as z from 'zod/mini';
import type { Release } from '../quarantine/manifest.ts';

const TEXT = z.string().check(z.minLength(1));

const RELEASE = z.object({
  v: z.literal(1),
  intentId: TEXT,
  releaseId: TEXT,
  at: z.iso.datetime(),
  by: TEXT,
  reason: z.string(),
  versionId: z.optional(TEXT),
});

/** What lies beside the manifest of a released object. */
export const parseRelease = (text: string): Release | { readonly unreadable: string } => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { unreadable: 'not JSON' };
  }
  const parsed = RELEASE.safeParse(body);
  // zod types an absent optional as `| undefined`; JSON has no undefined, so none is there
  return parsed.success
    ? (parsed.data as Release)
    : { unreadable: `not a release of version 1: \`${parsed.error.issues[0]?.path.join('.')}\`` };
};
