import { operationName } from '../operation-name.ts';
import { headerOf, type FrontRequest } from '../front-request.ts';
import type { Served } from '../served.ts';
import { findS3Route } from '../s3/find-s3-route.ts';
import { readS3Address } from '../s3/s3-address.ts';

/** Which call a request is an attempt of. */
export type NamedCall = {
  readonly service: string;
  readonly operation: string; // `HeadObject`
  readonly place: Pick<Served, 'bucket' | 'key' | 'versionId'>;
  readonly invocation: string | undefined; // the same for every attempt of one call
  readonly attempt: number; // 1 for the first
};

// Every AWS SDK says which attempt of which call this is: `attempt=2; max=3`.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
const attemptOf = (request: FrontRequest): number =>
  Number(/attempt=(\d+)/.exec(headerOf(request, 'amz-sdk-request') ?? '')?.[1] ?? 1);

export const nameCall = (request: FrontRequest, service: string): NamedCall => {
  const address = service === 's3' ? readS3Address(request) : undefined;
  const versionId = address?.query.get('versionId');
  const route = address && findS3Route(request, address);
  return {
    service,
    operation: route?.name ?? operationName(request),
    place: {
      ...(address?.bucket !== undefined && { bucket: address.bucket }),
      ...(address?.key !== undefined && { key: address.key }),
      ...(versionId !== undefined && { versionId }),
    },
    invocation: headerOf(request, 'amz-sdk-invocation-id'),
    attempt: attemptOf(request),
  };
};
