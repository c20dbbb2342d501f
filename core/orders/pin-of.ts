import type { ObjectFacts } from '../objects/object-facts.ts';
import type { Pin } from './order.ts';

/** The state that an order is about; `undefined` where S3 told nothing to pin it by (SSE-C, unversioned). */
export const pinOf = ({ ref, etag, lastModified }: ObjectFacts): Pin | undefined => {
  if (ref.versionId !== undefined && ref.versionId !== 'null') {
    return { kind: 'version', versionId: ref.versionId };
  }
  // A null version is overwritten in place, so its id says nothing about which bytes it holds.
  return etag !== undefined && lastModified !== undefined
    ? { kind: 'etag', etag, lastModified: lastModified.toISOString() }
    : undefined;
};
