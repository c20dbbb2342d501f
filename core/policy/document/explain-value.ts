import { fieldText, type Flaw, type Path } from './complaint.ts';
import { nearest } from './nearest.ts';
import { described, listed, quoted } from './words.ts';

const IN_WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: '`true` or `false`',
  number: 'a number',
  object: 'a mapping',
  record: 'a mapping',
  string: 'text',
};

/** A value of the wrong kind. `source` is how it was written. */
export const explainType = (
  path: Path,
  found: {
    readonly expected: string;
    readonly value: unknown;
    readonly source?: string | undefined;
  },
): Flaw => {
  const subject = path.length === 0 ? 'the file' : `\`${fieldText(path)}\``;
  const expected = IN_WORDS[found.expected] ?? found.expected;
  return {
    code: 'wrong-type',
    message: `${subject} must be ${expected}, found ${described(found.value)}`,
    ...typeHint(found),
  };
};

const typeHint = ({
  expected,
  value,
  source = '',
}: Parameters<typeof explainType>[1]): { readonly hint?: string } => {
  if (/\b(?:array|list)\b/.test(expected) && typeof value === 'string') {
    return { hint: `write ${quoted(`[${JSON.stringify(value)}]`)}` };
  }
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return { hint: `quote it: ${quoted(`"${source}"`)}` };
  }
  // YAML 1.1 took these for booleans, and the editors of many people still do
  return expected === 'boolean' && /^(?:yes|no|on|off)$/i.test(source)
    ? { hint: `${quoted(source)} is text in YAML 1.2` }
    : {};
};

/** A value of the right kind that is not one of those allowed. */
export const explainValue = (path: Path, allowed: readonly string[], value: unknown): Flaw => {
  if (path.length === 1 && path[0] === 'version') {
    const found = typeof value === 'string' ? quoted(`"${value}"`) : described(value);
    return {
      code: 'unknown-version',
      message: `unknown version ${found}, known: ${listed(allowed)}`,
    };
  }
  const expected = allowed.length === 1 ? listed(allowed) : `one of ${listed(allowed)}`;
  return {
    code: 'unknown-value',
    message: `\`${fieldText(path)}\` must be ${expected}, found ${described(value)}`,
    ...valueHint(allowed, value),
  };
};

// As AWS's pages call them, while S3's headers and this file say otherwise.
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['sse-s3', 'AES256'],
  ['sse-kms', 'aws:kms'],
  ['dsse-kms', 'aws:kms:dsse'],
]);

const valueHint = (allowed: readonly string[], value: unknown): { readonly hint?: string } => {
  if (value === false) {
    return { hint: 'leave the field out to ask nothing' };
  }
  const meant =
    typeof value === 'string'
      ? (SYNONYMS.get(value.toLowerCase()) ?? nearest(value, allowed))
      : undefined;
  return meant === undefined ? {} : { hint: `did you mean \`${meant}\`?` };
};
