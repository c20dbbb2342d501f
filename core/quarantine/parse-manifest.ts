import * as z from 'zod/mini';
import { VIOLATION } from '../messages/order-message.ts';
import { ATTRIBUTES, KNOWN_ATTRIBUTES } from './attributes-schema.ts';
import type { Manifest } from './manifest.ts';

const TEXT = z.string().check(z.minLength(1));

const EVERY = {
  v: z.literal(1),
  intentId: TEXT,
  policyHash: TEXT,
  stack: z.string(),
  at: z.iso.datetime(),
  because: VIOLATION,
};

const MANIFEST = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), ...EVERY, source: ATTRIBUTES, copyEtag: z.optional(TEXT) }),
  z.object({ kind: z.literal('isolate'), ...EVERY, source: KNOWN_ATTRIBUTES }),
]);

/** A manifest outlives the code that wrote it: nothing is released by one that is not understood whole. */
export const parseManifest = (text: string): Manifest | { readonly unreadable: string } => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { unreadable: 'not JSON' };
  }
  const parsed = MANIFEST.safeParse(body);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.');
    return { unreadable: `not a manifest of version 1: \`${path}\`` };
  }
  // checked above, member by member, but for the brand of key ARNs
  return parsed.data as unknown as Manifest;
};
