const BUILT_IN: readonly object[] = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Map.prototype,
];

const namesOf = (one: object): string =>
  Reflect.ownKeys(one)
    .map((name) => `${String(name)}:${typeof Reflect.getOwnPropertyDescriptor(one, name)?.value}`)
    .join();

/** What every object inherits, as text: differs as soon as anybody has put something there. */
export const inherited = (): string => BUILT_IN.map(namesOf).join('\n');

/** Places in a parsed value whose prototype is one that the text brought along. */
export const foreignPrototypes = (value: unknown, path = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // a class says its name on its prototype; a plain object that became one has none of its own
  const foreign = prototype !== null && !Object.hasOwn(prototype as object, 'constructor');
  return [
    ...(foreign ? [path] : []),
    ...(typeof (prototype as { constructor?: unknown } | null)?.constructor === 'function' ||
    prototype === null
      ? []
      : [`${path} (constructor)`]),
    ...Object.entries(value).flatMap(([name, one]) => foreignPrototypes(one, `${path}.${name}`)),
  ];
};
