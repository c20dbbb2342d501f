import type { FrontAnswer } from './front-request.ts';
import type { WireCall } from './wire-call.ts';

/** An answer, and what the wire log says about it. */
export type Served = Pick<WireCall, 'operation' | 'servedBy' | 'bucket' | 'key' | 'versionId'> & {
  readonly answer: FrontAnswer;
};
