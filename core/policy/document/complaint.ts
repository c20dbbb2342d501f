import type { PolicyErrorCode } from '../policy-error-codes.ts';

/** Where something stands in a file: field names and list indexes from the top. */
export type Path = readonly (string | number)[];

/** What is wrong with one value, whoever it belongs to. */
export type Flaw = {
  readonly code: PolicyErrorCode;
  readonly message: string;
  readonly hint?: string;
};

/** A flaw and its place. `at: 'field'` points at the field's name, else at its value. */
export type Complaint = Flaw & { readonly path: Path; readonly at?: 'field' };

/** `rules[0].match.buckets[1]` */
export const pathText = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

/** The last field of a path with the indexes behind it: `buckets[1]`. */
export const fieldText = (path: Path): string =>
  pathText(
    path.slice(
      Math.max(
        0,
        path.findLastIndex((part) => typeof part === 'string'),
      ),
    ),
  );
