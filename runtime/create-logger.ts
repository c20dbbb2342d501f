import { Logger } from '@aws-lambda-powertools/logger';
import { hidesText } from '../core/show-text.ts';
import { visibleJson } from '../core/visible-json.ts';

// V8 has it, the types of ECMAScript 2024 do not: https://tc39.es/proposal-json-parse-with-source/
const { rawJSON } = JSON as unknown as { readonly rawJSON: (json: string) => unknown };

/**
 * A logger of JSON lines in which nothing acts. `JSON.stringify` leaves C1 controls and bidirectional overrides as
 * they are, and `aws logs tail` prints them on a terminal.
 */
export const createLogger = (options: { readonly serviceName?: string } = {}): Logger =>
  new Logger({
    ...options,
    jsonReplacerFn: (_name, value) =>
      typeof value === 'string' && hidesText(value)
        ? rawJSON(visibleJson(JSON.stringify(value)))
        : value,
  });
