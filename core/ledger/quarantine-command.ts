import { shellQuote } from '../alerts/shell-quote.ts';

/** The line that shows what was moved or isolated by this intent, by whatever rule, and how to have it back. */
export const quarantineCommand = (intentId: string, stack: string): string | undefined => {
  const [id, name] = [shellQuote(intentId), shellQuote(stack)];
  return id === undefined || name === undefined
    ? undefined
    : `sealward quarantine show ${id} --stack ${name}`;
};
