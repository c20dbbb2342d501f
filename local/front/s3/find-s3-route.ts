import type { FrontRequest } from '../front-request.ts';
import type { S3Address } from './s3-address.ts';
import { s3Routes, type S3Route } from './s3-routes.ts';

const isPresigned = (name: string): boolean => /^x-amz-/i.test(name);

const matches = (route: S3Route, request: FrontRequest, query: S3Address['query']): boolean =>
  [...route.fixed].every(([name, value]) => query.get(name) === value) &&
  route.requiredQuery.every((name) => query.has(name)) &&
  route.requiredHeaders.every((name) => request.headers[name] !== undefined);

/** The more a route asks for, the more it means this request. */
const weight = (route: S3Route, query: S3Address['query']): number =>
  2 * (route.fixed.size + route.requiredQuery.length + route.requiredHeaders.length) +
  (query.get('x-id') === route.name ? 1 : 0);

/**
 * The operation that a request means. Undefined where its query names a sub-resource that no operation
 * has: a stand-in that ignores such a word would run PutObject instead and destroy the object.
 */
export const findS3Route = (request: FrontRequest, address: S3Address): S3Route | undefined => {
  const level =
    address.bucket === undefined ? 'service' : address.key === undefined ? 'bucket' : 'object';
  const [route] = s3Routes
    .filter(
      (candidate) =>
        candidate.method === request.method &&
        candidate.level === level &&
        matches(candidate, request, address.query),
    )
    .toSorted((a, b) => weight(b, address.query) - weight(a, address.query));
  const known = [...address.query.keys()].every(
    (name) => route?.allowedQuery.has(name) === true || isPresigned(name),
  );
  return known ? route : undefined;
};
