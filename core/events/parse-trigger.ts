import { isNotice, parseNotice } from '../messages/notice-message.ts';
import { isRefMessage, parseRefMessage } from '../messages/parse-ref-message.ts';
import { isEventBridgeEvent, parseEventBridge } from './parse-event-bridge.ts';
import { isNotification, parseNotification } from './parse-notification.ts';
import type { Trigger } from './trigger.ts';

/**
 * Reads the body of one message on `objects` or `backlog`: an EventBridge event, an S3 notification (straight or
 * through SNS), S3's test message, or our own packed refs and notices. Hostile input is `unreadable`, never a throw.
 */
export const parseTrigger = (text: string): Trigger => parseBody(text, 0);

const parseBody = (text: string, depth: 0 | 1): Trigger => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { unreadable: 'not JSON' };
  }
  if (typeof body !== 'object' || body === null) {
    return { unreadable: 'not a JSON object' };
  }
  // A topic is no place for our own messages: whoever may publish there could answer in a writer's name.
  if (isRefMessage(body) && depth === 0) {
    return parseRefMessage(body);
  }
  if (isNotice(body) && depth === 0) {
    return parseNotice(body);
  }
  if (isEventBridgeEvent(body)) {
    return parseEventBridge(body);
  }
  if (isNotification(body)) {
    return parseNotification(body);
  }
  if ('Event' in body && body.Event === 's3:TestEvent') {
    return { nothing: 'S3 tested the notification' };
  }
  // https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html (no raw delivery)
  if ('Message' in body && typeof body.Message === 'string' && depth === 0) {
    return parseBody(body.Message, 1);
  }
  return {
    unreadable:
      'neither an EventBridge event, an S3 notification, an SNS envelope nor our own refs',
  };
};
