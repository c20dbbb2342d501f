import { parseArgs } from 'node:util';
import { quoteText } from '../../../core/show-text.ts';

export type DemoArgs = {
  readonly kind: 'run';
  readonly objects?: number;
  readonly port?: number; // of the local AWS; a free one unless said
  readonly faults?: number; // seed; nothing goes wrong unless said
  readonly keep: boolean;
  readonly json: boolean;
};

export type ParsedDemoArgs =
  | DemoArgs
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const MOST_OBJECTS = 100_000;
const MOST_SEED = 2 ** 32 - 1;

const options = {
  objects: { type: 'string' },
  port: { type: 'string' },
  faults: { type: 'string' },
  keep: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const wrong = (message: string) =>
  ({ kind: 'wrong', message: `${message}: see \`--help\`` }) as const;

/** A whole number from 1 to `most`; `undefined` where it is not. */
const toWhole = (text: string, most: number): number | undefined => {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= 1 && value <= most ? value : undefined;
};

export const parseDemoArgs = (args: readonly string[]): ParsedDemoArgs => {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
  } catch (error) {
    // Node's own words, but for the hint on positionals that follows their first sentence
    const [said = ''] = (error as Error).message.split(/[.\n]/);
    return wrong(`${said.charAt(0).toLowerCase()}${said.slice(1)}`);
  }
  const { values } = parsed;
  if (values.help) return { kind: 'help' };
  const { keep, json } = values;
  const numbers: { objects?: number; port?: number; faults?: number } = {};
  for (const [name, most] of [
    ['objects', MOST_OBJECTS],
    ['port', 65_535],
    ['faults', MOST_SEED],
  ] as const) {
    const text = values[name];
    if (text === undefined) continue;
    const value = toWhole(text, most);
    if (value === undefined)
      return wrong(
        `\`--${name}\` is ${quoteText(text)}, expected a whole number from 1 to ${most}`,
      );
    numbers[name] = value;
  }
  return { kind: 'run', ...numbers, keep, json };
};
