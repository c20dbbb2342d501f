import * as z from 'zod';
import type { Path } from './complaint.ts';

/** The names of the fields that may stand in one place of a file. */
export const fieldsAt = (schema: z.ZodType, path: Path): readonly string[] => {
  const found = path.reduce<unknown>(stepInto, bare(schema));
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
};

/** What a field is for, as a clause: `why this is acceptable`. */
export const describedAt = (schema: z.ZodType, path: Path): string | undefined => {
  const found = path.reduce<unknown>(stepInto, bare(schema));
  const text = found instanceof z.ZodType ? found.description : undefined;
  return text === undefined
    ? undefined
    : `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '');
};

const stepInto = (schema: unknown, part: string | number): unknown => {
  if (schema instanceof z.ZodObject) {
    return bare((schema.shape as Readonly<Record<string, unknown>>)[part]);
  }
  return schema instanceof z.ZodArray ? bare(schema.element) : undefined;
};

const bare = (schema: unknown): unknown =>
  schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault
    ? bare(schema.unwrap())
    : schema;
