export const MAX_PAGE = 1000;

/** Cuts a walk into a page; one item more than fits tells that there is more. */
export const takePage = <T>(
  items: Iterable<T>,
  max: number,
): { readonly page: readonly T[]; readonly truncated: boolean } => {
  const page: T[] = [];
  if (max === 0) return { page, truncated: false };
  for (const item of items) {
    if (page.length === max) return { page, truncated: true };
    page.push(item);
  }
  return { page, truncated: false };
};
