import { assumed, documented, observed, s3Guide } from './rule.ts';

export const EVENT_RULES = [
  ...documented(s3Guide('EventBridge'), {
    'event/off-by-default':
      'EventBridge hears nothing until the bucket turns it on, then everything',
    'event/reasons': 'each change has its detail-type and reason',
  }),
  ...documented(s3Guide('notification-how-to-filtering'), {
    'event/filters': 'queues, topics and functions hear by event type, prefix and suffix',
    'event/overlap': 'configurations that overlap, and FIFO targets, are refused with 400',
  }),
  ...documented(s3Guide('ev-events'), {
    'event/envelope':
      'the envelope has the raw key, the sequencer and the version id, no encryption',
  }),
  ...documented(s3Guide('notification-content-structure'), {
    'event/record': 'the record has the key form-URL-encoded and its configuration id',
    'event/sequencer':
      'sequencers grow with the writes; creates, deletes and annotation changes have one',
    'event/test-event': 'configured queues, topics and functions hear `s3:TestEvent` first',
  }),
  ...documented(s3Guide('notification-how-to-event-types-and-destinations'), {
    'event/failed-call': 'a refused call tells nobody',
  }),
  ...assumed(s3Guide('ev-events'), {
    'event/version-id': 'the version id is absent without versioning and `null` while suspended',
    'event/lifecycle': 'lifecycle events name S3 as the requester and no address',
  }),
  ...observed(s3Guide('ev-events'), {
    'event/delete-marker-etag': 'a created delete marker has the ETag of nothing and no size',
  }),
] as const;
