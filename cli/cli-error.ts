import type { ErrorCode } from './error-codes.ts';

/** A failure to tell the person at the keyboard about: what is wrong, and what to do next. */
export class CliError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly string[]; // one mistake a line, where there are several

  constructor(code: ErrorCode, message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'CliError';
    this.code = code;
    this.details = details;
  }
}
