import { headerOf, type FrontRequest } from './front-request.ts';

/** What a request to any service but S3 calls itself: JSON protocols in a header, Query ones in the form. */
export const operationName = (request: FrontRequest): string => {
  const target = headerOf(request, 'x-amz-target');
  if (target !== undefined) return target.slice(target.lastIndexOf('.') + 1);
  const isForm = headerOf(request, 'content-type')?.startsWith('application/x-www-form-urlencoded');
  const action =
    isForm === true ? /(?:^|&)Action=(\w+)/.exec(request.body.toString('latin1')) : null;
  return action?.[1] ?? `${request.method} ${request.path}`;
};
