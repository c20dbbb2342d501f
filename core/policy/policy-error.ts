import { harmless } from './document/words.ts';
import type { PolicyErrorCode } from './policy-error-codes.ts';

/** One mistake in a policy or lock file, at the very token. Lines and columns count from 1. */
export type PolicyError = {
  readonly code: PolicyErrorCode;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string; // such as `rules[0].match.buckets[1]`; empty for the whole file
  readonly message: string;
  readonly hint?: string;
};

export type PolicyErrors = {
  readonly kind: 'policy-errors';
  readonly errors: readonly PolicyError[]; // never empty, in the order of the file
};

/** `policy.yaml:12:5: unknown field …`, the form that editors and terminals link to. */
export const formatPolicyError = ({ file, line, column, message, hint }: PolicyError): string =>
  `${harmless(file)}:${line}:${column}: ${message}${hint === undefined ? '' : ` (${hint})`}`;
