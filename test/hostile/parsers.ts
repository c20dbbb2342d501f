import { openMessages } from '../../app/open-messages.ts';
import { decodeListedKey } from '../../aws/decode-listed-key.ts';
import { decodeNotificationKey } from '../../core/events/decode-notification-key.ts';
import { parseEventBridge } from '../../core/events/parse-event-bridge.ts';
import { parseNotification } from '../../core/events/parse-notification.ts';
import { parseTrigger } from '../../core/events/parse-trigger.ts';
import { isGuarded } from '../../core/guard/is-guarded.ts';
import { matchesPattern } from '../../core/guard/matches-pattern.ts';
import { parseRoleArn } from '../../core/guard/role-arn.ts';
import { parseKeyAlias, parseKeyArn } from '../../core/keys/key-arn.ts';
import { parseNotice } from '../../core/messages/notice-message.ts';
import { parseOrderMessage } from '../../core/messages/order-message.ts';
import { parseRefMessage } from '../../core/messages/parse-ref-message.ts';
import { compileGlob } from '../../core/policy/glob.ts';
import { parseKeyReference } from '../../core/policy/key-reference.ts';
import { parseManifest } from '../../core/quarantine/parse-manifest.ts';
import { parseQuarantineKey } from '../../core/release/parse-quarantine-key.ts';
import { parseRelease } from '../../core/release/parse-release.ts';
import { parseRestored } from '../../core/release/restored.ts';
import { keyArn } from '../made/facts.ts';
import { CLI_PARSERS } from './cli-parsers.ts';
import { BUCKET_POLICIES, GUARD } from './make-guard.ts';
import { asObject, type Parser } from './parser.ts';
import { POLICY_PARSERS } from './policy-parsers.ts';
import * as seeds from './seeds.ts';

const json = (
  name: string,
  parse: Parser['parse'],
  ...lists: readonly (readonly string[])[]
): Parser => ({ name, grammar: 'json', parse, seeds: lists.flat() });

const words = (name: string, parse: Parser['parse'], ...examples: readonly string[]): Parser => ({
  name,
  grammar: 'words',
  parse,
  seeds: examples,
});

const KEY = keyArn('1234abcd-12ab-34cd-56ef-1234567890ab');
const GLOBS = ['a/**/b?*c', '*/x', '**'].map(compileGlob);
const queued = (text: string) => [
  { id: '1', body: text, queueArn: 'arn:aws:sqs:x:1:objects' },
  { id: '2', body: seeds.REFS[0] ?? '', queueArn: 'arn:aws:sqs:x:1:objects' },
];

/** Every parser of the product that reads what others write. */
export const PARSERS: readonly Parser[] = [
  {
    ...json('parseTrigger', parseTrigger, seeds.EVENTS, seeds.REFS, seeds.NOTICES),
    within: 'openMessages',
    mayRefuse: true,
  },
  {
    ...json('parseEventBridge', (text) => parseEventBridge(asObject(text)), seeds.EVENTS),
    within: 'parseTrigger',
    mayRefuse: true,
  },
  {
    ...json('parseNotification', (text) => parseNotification(asObject(text)), seeds.EVENTS),
    within: 'parseTrigger',
    mayRefuse: true,
  },
  {
    ...json('parseNotice', (text) => parseNotice(asObject(text)), seeds.NOTICES),
    within: 'parseTrigger',
  },
  {
    ...json('parseRefMessage', (text) => parseRefMessage(asObject(text)), seeds.REFS),
    within: 'parseTrigger',
  },
  json('openMessages', (text) => openMessages(queued(text), new Set()), seeds.EVENTS, seeds.REFS),
  json('parseOrderMessage', parseOrderMessage, seeds.ORDERS),
  json('parseManifest', parseManifest, seeds.MANIFESTS),
  json('parseRelease', parseRelease, seeds.RELEASES),
  json('parseRestored', parseRestored, seeds.RESTORED),
  json('isGuarded', (text) => isGuarded(text, GUARD), BUCKET_POLICIES),
  words('decodeNotificationKey', decodeNotificationKey, 'a+b%2Fc%F0%9F%97%9D'),
  words('parseKeyArn', parseKeyArn, KEY),
  words('parseKeyAlias', parseKeyAlias, 'alias/payroll'),
  words('parseKeyReference', parseKeyReference, KEY, 'arn:aws:kms:x:111122223333:alias/a'),
  words('parseRoleArn', parseRoleArn, ...GUARD.trustedRoles),
  words('parseQuarantineKey', parseQuarantineKey, `b/${'a'.repeat(64)}/restored/release.json`),
  words(
    'compileGlob',
    (text) => [compileGlob(text)('a/b'), ...GLOBS.map((glob) => glob(text))],
    'a/**/b?c',
  ),
  words(
    'matchesPattern',
    (text) => [matchesPattern(text, 'arn:aws:s3:::b/'), matchesPattern('*a?*b', text)],
    '*a*',
  ),
  {
    ...words('decodeListedKey', (text) => decodeListedKey(text, 'url'), 'a+b%2Fc'),
    throws: (error) => error instanceof URIError, // S3 answers nothing that could not be decoded
  },
  ...POLICY_PARSERS,
  ...CLI_PARSERS,
];
