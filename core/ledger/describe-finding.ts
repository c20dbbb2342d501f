import type { Finding, RequirementId } from '../judge/verdict.ts';
import type { Encryption } from '../objects/encryption.ts';
import { quoteText } from '../show-text.ts';

type Phrase = { readonly found: string; readonly expected: string };

const PHRASES: Readonly<Record<RequirementId, Phrase>> = {
  encryption: { found: 'is encrypted with', expected: '' },
  'kms-key': { found: 'is under key', expected: 'key ' },
  'key-manager': { found: 'is under a key managed by', expected: 'a key managed by ' },
  'key-account': { found: 'is under a key of account', expected: 'a key of account ' },
  'bucket-key': { found: 'has bucket key', expected: 'bucket key ' },
  'key-rotation': { found: 'is under a key with rotation', expected: 'a key with rotation ' },
};

const KEYLESS = new Set<string>([
  'sse-s3',
  'sse-c',
  'none',
  'managed-elsewhere',
] satisfies Encryption['kind'][]);

/** What is wrong, for people: ``is encrypted with `sse-s3`, expected `aws:kms` ``. */
export const describeFinding = (
  { requirement, expected, found }: Finding,
  encryption?: Encryption,
): string => {
  const phrase = PHRASES[requirement];
  if (requirement === 'encryption') {
    return `${encrypted(encryption?.kind ?? found)}, expected ${oneOf(expected)}`;
  }
  return KEYLESS.has(found) // no key to speak of
    ? `${encrypted(found)}, expected ${phrase.expected}${oneOf(expected)}`
    : `${phrase.found} ${quoteText(found)}, expected ${oneOf(expected)}`;
};

const encrypted = (found: string): string =>
  found === 'none' ? 'is not encrypted' : `is encrypted with ${quoteText(found)}`;

const MOST = 5;

const oneOf = (texts: readonly string[]): string => {
  const named = texts.slice(0, MOST).map(quoteText).join(', ');
  const more = texts.length > MOST ? ` and ${texts.length - MOST} more` : '';
  return texts.length === 1 ? named : `one of ${named}${more}`;
};
