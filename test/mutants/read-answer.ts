import * as z from 'zod/mini';
import type { ChildEnd } from './child-end.ts';

/** What a simulator found. `error`: it neither ran to its end nor found a violation. */
export type Answer =
  | { readonly kind: 'clean'; readonly runs: number }
  | {
      readonly kind: 'caught';
      readonly runs: number; // done until then
      readonly seed: string;
      readonly invariant: string; // that it saw broken
    }
  | { readonly kind: 'error'; readonly words: string };

const NAME = z.union([z.string(), z.number()]);

const SUMMARY = z.object({
  runs: z.number(),
  violations: z.number(),
  first: z.optional(z.nullable(z.object({ invariant: NAME, seed: NAME }))),
});

/**
 * Exit code 0 and no violation, or 1 and the first one, each told by the last line of JSON. Everything else is an
 * error: a simulator that breaks down has not seen what is wrong, however wrong it is.
 */
export const readAnswer = (end: ChildEnd): Answer => {
  if (end.timedOut) return { kind: 'error', words: 'it took too long' };
  const summary = SUMMARY.safeParse(lastJson(end.stdout)).data;
  if (summary === undefined) return { kind: 'error', words: howItEnded(end) };
  const { runs, violations, first } = summary;
  if (end.code === 0 && violations === 0) return { kind: 'clean', runs };
  if (end.code === 1 && violations > 0 && first) {
    return { kind: 'caught', runs, seed: String(first.seed), invariant: String(first.invariant) };
  }
  const words = `exit code ${end.code} does not go with ${violations} violations`;
  return { kind: 'error', words };
};

const lastJson = (text: string): unknown => {
  try {
    return JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');
  } catch {
    return undefined;
  }
};

/** The error that Node printed, if it did: it stands before its stack. */
const howItEnded = ({ code, stderr }: ChildEnd): string => {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const why = lines.find((line) => /^\w*Error\b/.test(line.trim())) ?? lines.at(-1);
  return `exit code ${code}${why === undefined ? '' : `: ${why.trim()}`}`;
};
