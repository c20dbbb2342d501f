import type * as z from 'zod';

/** The items of a list that the schema accepts, and where they stand among the others. */
export const wellFormed = <T extends z.ZodType>(schema: T, items: readonly unknown[]) =>
  items.flatMap((raw, index) => {
    const parsed = schema.safeParse(raw);
    return parsed.success ? [{ index, item: parsed.data }] : [];
  });

/** The list in a field of something that was not checked yet. */
export const listIn = (data: unknown, field: string): readonly unknown[] => {
  const value = fieldIn(data, field);
  return Array.isArray(value) ? value : [];
};

export const fieldIn = (data: unknown, field: string | number): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, field)
    ? (data as Readonly<Record<string | number, unknown>>)[field]
    : undefined;
