/** A list of listeners that can be told something, and left again. */
export const createListeners = <Told>() => {
  const listeners = new Set<(told: Told) => void>();
  return {
    tell: (told: Told): void => {
      for (const listener of listeners) listener(told);
    },
    on: (listener: (told: Told) => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
