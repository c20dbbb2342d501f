/** One reader of text that somebody else wrote: what a fuzzer calls, and what it may answer. */
export type Parser = {
  readonly name: string; // the export that is called
  readonly grammar: 'json' | 'yaml' | 'words'; // how hostile text for it is made
  readonly parse: (text: string) => unknown;
  readonly seeds: readonly string[];
  readonly mayRefuse?: true; // some of its seeds: envelopes of events hold what it reads one level below
  readonly within?: string; // another of the list that calls it: what takes long is asked of that one only
  readonly file?: true; // read as YAML, a byte of which may make several objects
  readonly throws?: (error: unknown) => boolean; // its documented error; nothing else may leave it
};

/** JSON bodies for what takes a parsed object: hostile text that is none becomes an empty one. */
export const asObject = (text: string): object => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};

/** Whether the parser answered or threw as it says it may; anything else is thrown on. */
export const run = ({ parse, throws }: Parser, text: string): unknown => {
  try {
    return parse(text);
  } catch (error) {
    if (throws?.(error) === true) {
      return undefined;
    }
    throw error;
  }
};
