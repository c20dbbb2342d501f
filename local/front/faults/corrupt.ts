import type { FrontAnswer } from '../front-request.ts';
import type { Handed } from '../handed.ts';
import type { NamedCall } from './name-call.ts';

/** Whether whoever asks has to parse the answer as JSON, and so notices where it ends too early. */
const isParsedAsJson = ({ service, operation }: NamedCall, { headers }: FrontAnswer): boolean =>
  service === 's3'
    ? operation === 'GetBucketPolicy'
    : String(headers['content-type'] ?? headers['Content-Type'] ?? '').includes('json');

/**
 * Cuts an answer short: JSON in the middle of the document, everything else at fewer bytes than its length says. A
 * lenient reader might take half an XML document, or half an object, for a whole one, which no network does to it.
 */
export const corrupt = (call: NamedCall, answer: FrontAnswer): Handed => {
  if (answer.body.length < 2) return { cut: 'before' }; // all of it is in the headers
  return isParsedAsJson(call, answer)
    ? { answer: { ...answer, body: answer.body.subarray(0, answer.body.length >> 1) } }
    : { answer, cut: 'halfway' };
};
