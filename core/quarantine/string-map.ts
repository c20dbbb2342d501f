import * as z from 'zod/mini';

/** Tags or metadata: any names, `__proto__` among them, which zod's own records leave out. */
export const stringMap = () =>
  z.pipe(
    z.custom<Readonly<Record<string, string>>>(
      (value) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((one) => typeof one === 'string'),
    ),
    // without a prototype, as where S3 is read
    z.transform((value) => {
      const map: Record<string, string> = Object.create(null);
      for (const [name, text] of Object.entries(value)) {
        map[name] = text;
      }
      return map;
    }),
  );
