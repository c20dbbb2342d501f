const BUILT_IN: Readonly<Record<string, object>> = {
  Object: Object.prototype,
  Array: Array.prototype,
  Function: Function.prototype,
  String: String.prototype,
  Map: Map.prototype,
};
const BEFORE = new Map(
  Object.values(BUILT_IN).map((one) => [one, new Set<string | symbol>(Reflect.ownKeys(one))]),
);

/** What was put where every object inherits it since we started; it is taken away again, so that it is told once. */
export const takePollution = (): readonly string[] =>
  Object.entries(BUILT_IN).flatMap(([name, prototype]) => {
    const before = BEFORE.get(prototype);
    const now = Reflect.ownKeys(prototype);
    if (now.length === before?.size) return []; // asked after every text, so it has to be quick
    const added = now.filter((key) => before?.has(key) === false);
    for (const key of added) Reflect.deleteProperty(prototype, key);
    return added.map((key) => `${name}.prototype.${String(key)}`);
  });
