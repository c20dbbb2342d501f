import { headerOf, type FrontRequest } from './front-request.ts';

/** Whether a deployed function asks: Lambda sets AWS_EXECUTION_ENV, and SDKs report it. */
export const isFunction = (request: FrontRequest): boolean =>
  headerOf(request, 'user-agent')?.includes('exec-env/AWS_Lambda') === true;
