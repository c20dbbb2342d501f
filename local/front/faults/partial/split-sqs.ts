import type { FrontAnswer, FrontRequest } from '../../front-request.ts';
import { type BatchParts, isRefused } from './batch-parts.ts';
import { parseJson, withJson } from './json-bodies.ts';

type Entry = { readonly Id: string };
type Answer = { readonly Successful?: readonly object[]; readonly Failed?: readonly object[] };

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_BatchResultErrorEntry.html */
const failed = ({ Id }: Entry): object => ({
  Id,
  SenderFault: false,
  Code: 'InternalError',
  Message: 'We encountered an internal error. Please try again.',
});

export const splitSqs = (request: FrontRequest, share: number): BatchParts => {
  const asked = parseJson(request.body) as { readonly Entries: readonly Entry[] };
  const no = (_: Entry, index: number): boolean => isRefused(share, index, asked.Entries.length);
  const refused = asked.Entries.filter(no);
  const Entries = asked.Entries.filter((entry) => !refused.includes(entry));
  return {
    rest: { ...request, body: Buffer.from(JSON.stringify({ ...asked, Entries })) },
    isEmpty: Entries.length === 0,
    tell: (answer: FrontAnswer | undefined) => {
      const said = (answer ? parseJson(answer.body) : {}) as Answer;
      const { Successful = [], Failed = [] } = said;
      return withJson(answer, { Successful, Failed: [...Failed, ...refused.map(failed)] });
    },
  };
};
