import type { FrontAnswer, FrontRequest } from '../../front-request.ts';
import { wordsFor } from '../refusals.ts';
import { type BatchParts, isRefused } from './batch-parts.ts';
import { parseJson, withJson } from './json-bodies.ts';

type Answer = { readonly RequestResponses?: readonly object[] };

/** Answers stand in the order of the request. https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html */
export const splitFirehose = (request: FrontRequest, share: number): BatchParts => {
  const asked = parseJson(request.body) as { readonly Records: readonly object[] };
  const refused = asked.Records.map((_, index) => isRefused(share, index, asked.Records.length));
  const Records = asked.Records.filter((_, index) => refused[index] === false);
  const { code, message } = wordsFor('firehose', 'busy');
  return {
    rest: { ...request, body: Buffer.from(JSON.stringify({ ...asked, Records })) },
    isEmpty: Records.length === 0,
    tell: (answer: FrontAnswer | undefined) => {
      const { RequestResponses: taken = [] } = (answer ? parseJson(answer.body) : {}) as Answer;
      const rest = taken.values();
      const RequestResponses = refused.map((no) =>
        no ? { ErrorCode: code, ErrorMessage: message } : (rest.next().value ?? {}),
      );
      const FailedPutCount = RequestResponses.filter((one) => 'ErrorCode' in one).length;
      return withJson(answer, { FailedPutCount, Encrypted: true, RequestResponses });
    },
  };
};
