import type { Ref } from '../objects/ref.ts';
import type { Pin } from '../orders/order.ts';

type State = { readonly ref: Ref; readonly etag?: string; readonly lastModified?: Date };

/** Whether this is still the state that the order is about. */
export const isPinned = (pin: Pin, { ref, etag, lastModified }: State): boolean =>
  pin.kind === 'version'
    ? ref.versionId === pin.versionId
    : etag === pin.etag && lastModified?.toISOString() === pin.lastModified;
