import type { NormalizedSchema } from '@smithy/core/schema';

const HTTP_DATE = 6;
const DATE_TIME = 5;
const EPOCH = 7;

type Place = 'header' | 'query' | 'body';

/** Unless a member says otherwise: http-date in headers, ISO 8601 in query and body. */
const timestampFormat = (schema: NormalizedSchema, place: Place): number => {
  const own = schema.getSchema();
  return typeof own === 'number' && own > 4 ? own : place === 'header' ? HTTP_DATE : DATE_TIME;
};

/** Text of one member as the model wants it. Undefined: not a value of that type. */
export const readScalar = (schema: NormalizedSchema, text: string): unknown => {
  if (schema.isBooleanSchema())
    return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined;
  if (schema.isNumericSchema()) return /^-?\d+$/.test(text.trim()) ? Number(text) : undefined;
  if (schema.isTimestampSchema()) {
    const date = new Date(/^\d+$/.test(text) ? Number(text) * 1000 : text);
    return Number.isNaN(date.getTime()) ? undefined : date;
  }
  if (schema.isBlobSchema()) return Buffer.from(text, 'base64');
  return text;
};

const writeDate = (date: Date, format: number): string => {
  if (format === HTTP_DATE) return date.toUTCString();
  return format === EPOCH ? String(Math.floor(date.getTime() / 1000)) : date.toISOString();
};

export const writeScalar = (schema: NormalizedSchema, value: unknown, place: Place): string => {
  if (value instanceof Date) return writeDate(value, timestampFormat(schema, place));
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return String(value);
};
