import type { Copied } from '../../core/copies/copy-task.ts';
import type { Unreadable } from '../../core/objects/object-facts.ts';

/** Nothing is copied, and nothing said of an object that may not be read: it may be what the order is about, or not. */
export const refuseUnread = ({
  cause,
  words,
}: Pick<Unreadable, 'cause' | 'words'>): Extract<Copied, { kind: 'refused' }> => ({
  kind: 'refused',
  code: cause,
  words: words ?? '',
});
