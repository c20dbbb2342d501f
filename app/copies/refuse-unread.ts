import type { Copied } from '../../core/copies/copy-task.ts';
import type { Unreadable } from '../../core/objects/object-facts.ts';

type Unread = Pick<Unreadable, 'cause' | 'words'>;
type Refused = Extract<Copied, { kind: 'refused' }>;

/** What is to be copied may not be read: nothing is said of it, not even that it is gone. */
export const refuseUnread = ({ cause, words }: Unread): Refused => ({
  kind: 'refused',
  code: cause,
  words: words ?? cause,
});

/** Nobody knows whether what is to be copied is current, and a copy of an older version would become current. */
export const refuseCurrentUnread = ({ cause, words }: Unread): Refused => ({
  kind: 'refused',
  code: 'CurrentUnreadable', // as the quarantine writer says
  words: `nothing was copied, since the current version cannot be read: ${words ?? cause}`,
});
