import { randomBytes } from 'node:crypto';
import type { Caller } from '../../model/call.ts';
import type { Forward, FrontAnswer, FrontRequest } from '../front-request.ts';
import type { ModelHost } from '../model-host.ts';
import type { Served } from '../served.ts';
import { findS3Route } from './find-s3-route.ts';
import { readS3Input } from './read-s3-input.ts';
import { readS3Address } from './s3-address.ts';
import type { S3Route } from './s3-routes.ts';
import { writeS3Answer, writeS3Error } from './write-s3-answer.ts';

// Writes that the stand-in knows. It takes an unknown sub-resource of an object for PutObject.
const PASSED_ON_WRITES = new Set([
  'PutObject',
  'CopyObject',
  'DeleteObject',
  'CreateMultipartUpload',
  'UploadPart',
  'UploadPartCopy',
  'CompleteMultipartUpload',
  'AbortMultipartUpload',
  'PutObjectTagging',
  'DeleteObjectTagging',
  'PutObjectRetention',
  'PutObjectLegalHold',
  'PutObjectAcl',
]);

const isRead = ({ method }: S3Route): boolean => method === 'GET' || method === 'HEAD';

const mayPassOn = (route: S3Route): boolean =>
  route.level !== 'object' || isRead(route) || PASSED_ON_WRITES.has(route.name);

const withIds = (answer: FrontAnswer, requestId: string): FrontAnswer => ({
  ...answer,
  headers: { ...answer.headers, server: 'AmazonS3', 'x-amz-request-id': requestId },
});

/** Buckets made through the front live in the model, all others in the stand-in. */
export const serveS3 = async (
  request: FrontRequest,
  caller: Caller,
  host: ModelHost,
  forward: Forward,
): Promise<Served> => {
  const requestId = randomBytes(8).toString('hex').toUpperCase();
  const refuse = (status: number, code: string, message: string): FrontAnswer =>
    withIds(writeS3Error({ status, code, message }, request.method, requestId), requestId);

  const address = readS3Address(request);
  if (address === undefined) {
    const answer = refuse(400, 'InvalidURI', "Couldn't parse the specified URI.");
    return { operation: `${request.method} ?`, servedBy: 'front', answer };
  }
  const { bucket, key } = address;
  const versionId = address.query.get('versionId');
  const place = {
    ...(bucket === undefined ? {} : { bucket }),
    ...(key === undefined ? {} : { key }),
    ...(versionId === undefined ? {} : { versionId }),
  };
  const route = findS3Route(request, address);
  const inModel =
    bucket === undefined || route?.name === 'CreateBucket' || host.state().buckets.has(bucket);
  if (route === undefined || (!inModel && !mayPassOn(route))) {
    const asked = `${request.method} ${[...address.query.keys()].join('&')}`.trim();
    const message = 'A header or query you provided implies functionality that is not implemented';
    return {
      ...place,
      operation: route?.name ?? asked,
      servedBy: 'front',
      answer: refuse(501, 'NotImplemented', message),
    };
  }
  const operation = route.name;
  if (!inModel)
    return { ...place, operation, servedBy: 'stand-in', answer: await forward(request) };

  const read = readS3Input(route, request, address);
  if (read.kind === 'bad-request') {
    const answer = refuse(400, read.code, read.message);
    return { ...place, operation, servedBy: 'front', answer };
  }
  const { input } = read;
  const result = host.call({ service: 's3', name: operation, input, caller, requestId });
  const answer =
    result.kind === 'ok'
      ? writeS3Answer(route, result.status, result.output as Record<string, unknown>)
      : writeS3Error(result, request.method, requestId);
  return { ...place, operation, servedBy: 'model', answer: withIds(answer, requestId) };
};
