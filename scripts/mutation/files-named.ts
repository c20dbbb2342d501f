/** Test files that hold a test whose full name Jest would run under this `testNamePattern`. */
export const filesNamed = (
  namesByFile: Readonly<Record<string, readonly string[]>>,
  testNamePattern: string,
): ReadonlySet<string> => {
  const wanted = new RegExp(testNamePattern, 'i'); // as Jest reads it
  const files = Object.entries(namesByFile).filter(([, names]) =>
    names.some((name) => wanted.test(name)),
  );
  return new Set(files.map(([path]) => path));
};
