import type { CliError } from './cli-error.ts';

/** The code, what is wrong and what to do; below it, one mistake a line. */
export const showError = ({ code, message, details }: CliError): string =>
  [`error ${code}: ${message}`, ...details.map((detail) => `  ${detail}`)].join('\n');

export const errorJson = ({
  code,
  message,
  details,
}: CliError): Readonly<Record<string, unknown>> => ({
  code,
  message,
  ...(details.length > 0 && { details }),
});
