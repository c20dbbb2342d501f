import { setTimeout as delay } from 'node:timers/promises';
import type { FrontAnswer, FrontRequest } from '../front-request.ts';
import type { Handed } from '../handed.ts';
import type { Served } from '../served.ts';
import { corrupt } from './corrupt.ts';
import type { CallFault } from './fault.ts';
import type { NamedCall } from './name-call.ts';
import { splitBatch } from './partial/split-batch.ts';
import { refuse } from './refusals.ts';

/** How a request would be served, and who is to be told of what never was. */
export type Serving = {
  readonly service: string;
  readonly serve: (request: FrontRequest) => Promise<FrontAnswer>;
  readonly tell: (served: Served, request: FrontRequest) => void; // the wire log
};

/** Serves one attempt of a call, badly. The wire log is told what was really done. */
export const dealFault = async (
  fault: CallFault,
  call: NamedCall,
  request: FrontRequest,
  { serve, tell }: Serving,
): Promise<Handed> => {
  const { service, operation, place } = call;
  const notDone = (answer: FrontAnswer, told: FrontRequest = request): Handed => {
    tell({ operation, servedBy: 'front', ...place, answer }, told);
    return { answer };
  };
  switch (fault.kind) {
    case 'none':
      return { answer: await serve(request) };
    case 'slow-down':
    case 'throttled':
      return notDone(refuse(service, 'busy', request.method));
    case 'internal-error':
      return notDone(refuse(service, 'broken', request.method));
    case 'request-lost':
      return { cut: 'before' };
    case 'answer-lost':
      await serve(request);
      return { cut: 'before' };
    case 'late': {
      const answer = await serve(request);
      await delay(fault.ms, undefined, { ref: false });
      return { answer };
    }
    case 'corrupted':
      return corrupt(call, await serve(request));
    case 'partial': {
      const split = splitBatch(`${service}:${operation}`, request, fault.share);
      if (split === undefined) return { answer: await serve(request) };
      if (split.isEmpty) return notDone(split.tell(undefined), split.rest);
      const answer = await serve(split.rest);
      return { answer: answer.status === 200 ? split.tell(answer) : answer };
    }
    default:
      return fault satisfies never;
  }
};
