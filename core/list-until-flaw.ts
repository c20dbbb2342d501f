import * as z from 'zod/mini';

/**
 * A list that is read to its first flaw. zod's own gathers the flaws of every item and hands them on as the
 * arguments of one call: some hundred thousand bad items in one message end the stack, which is thrown.
 */
export const listUntilFlaw = <Item extends z.core.$ZodType>(item: Item) =>
  z.pipe(
    z.array(z.unknown()),
    z.transform((items, { issues }): z.output<Item>[] => {
      const read: z.output<Item>[] = [];
      for (const [index, one] of items.entries()) {
        const { data, error } = z.safeParse(item, one);
        if (error !== undefined) {
          const [flaw] = error.issues;
          const path = [index, ...(flaw?.path ?? [])];
          issues.push({ code: 'custom', message: flaw?.message ?? '', path, input: one });
          break;
        }
        read.push(data);
      }
      return read;
    }),
  );
