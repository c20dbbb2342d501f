/** Drops members that are undefined: AWS omits what it does not say, and so do our answers. */
export const withoutUndefined = <T extends object>(members: T): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
