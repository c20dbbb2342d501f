import type { NormalizedSchema } from '@smithy/core/schema';
import { writeScalar } from './scalar.ts';

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters too: a parser would turn a carriage return in a key into a line feed. */
export const escapeXml = (text: string): string =>
  text.replace(
    /[&<>"']|\p{Cc}|[\u2028\ufffe\uffff]/gu,
    (char) => NAMED[char] ?? `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`,
  );

const writeMember = (name: string, schema: NormalizedSchema, value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const items = value as readonly unknown[];
    if (schema.getMergedTraits().xmlFlattened !== undefined)
      return items.map((one) => writeMember(name, item, one)).join('');
    const itemName = item.getMergedTraits().xmlName ?? 'member';
    return `<${name}>${items.map((one) => writeMember(itemName, item, one)).join('')}</${name}>`;
  }
  if (schema.isStructSchema()) {
    const { attributes, content } = writeStruct(schema, value as Record<string, unknown>);
    return `<${name}${attributes}>${content}</${name}>`;
  }
  return `<${name}>${escapeXml(writeScalar(schema, value, 'body'))}</${name}>`;
};

const writeStruct = (
  schema: NormalizedSchema,
  value: Readonly<Record<string, unknown>>,
): { readonly attributes: string; readonly content: string } => {
  let [attributes, content] = ['', ''];
  for (const [member, memberSchema] of schema.structIterator()) {
    const { xmlName, xmlAttribute, httpHeader } = memberSchema.getMergedTraits();
    const name = xmlName ?? member;
    if (httpHeader !== undefined) continue;
    if (xmlAttribute === undefined) content += writeMember(name, memberSchema, value[member]);
    else if (value[member] !== undefined)
      attributes += ` ${name}="${escapeXml(writeScalar(memberSchema, value[member], 'body'))}"`;
  }
  // the only prefix in S3's answers: `<Grantee xsi:type="CanonicalUser">`
  if (attributes.includes('xsi:'))
    attributes = ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"${attributes}`;
  return { attributes, content };
};

const XMLNS = 'http://s3.amazonaws.com/doc/2006-03-01/';

const document = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${XMLNS}">${content}</${root}>`;

export const writeXml = (
  root: string,
  schema: NormalizedSchema,
  value: Readonly<Record<string, unknown>>,
): string => document(root, writeStruct(schema, value).content);

/** A root that holds text and nothing else: GetBucketLocation's answer. */
export const writeTextXml = (root: string, text: string): string => document(root, escapeXml(text));
