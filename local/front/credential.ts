import { headerOf, type FrontRequest } from './front-request.ts';

/** Who calls, and which service is meant: both stand in the signature's credential scope. */
export type Credential = {
  readonly account: string;
  readonly region: string;
  readonly service: string;
};

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
const SCOPE = /(?:Credential=|^)([^/,\s]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/;

const textOf = (request: FrontRequest): string =>
  headerOf(request, 'authorization') ??
  new URLSearchParams(request.query).get('X-Amz-Credential') ?? // a presigned URL
  '';

/** Undefined: not signed. Signatures are not checked; the access key id says the account, where it is one. */
export const readCredential = (
  request: FrontRequest,
  defaultAccount: string,
): Credential | undefined => {
  const [, accessKey = '', region, service] = SCOPE.exec(textOf(request)) ?? [];
  if (region === undefined || service === undefined) return undefined;
  return { account: /^\d{12}$/.test(accessKey) ? accessKey : defaultAccount, region, service };
};
