import { describe, expect, it } from '@jest/globals';
import { findS3Route } from '../../../../local/front/s3/find-s3-route.ts';
import { readS3Address } from '../../../../local/front/s3/s3-address.ts';
import { s3Routes } from '../../../../local/front/s3/s3-routes.ts';

const find = (method: string, target: string, headers: Record<string, string> = {}) => {
  const [path = '', query = ''] = target.split('?');
  const request = {
    method,
    path,
    query,
    headers: { host: 'localhost', ...headers },
    rawHeaders: [],
    body: Buffer.alloc(0),
  };
  const address = readS3Address(request);
  return address && findS3Route(request, address)?.name;
};
const copy = { 'x-amz-copy-source': 'b/k' };

describe('findS3Route', () => {
  it.each([
    ['GET', '/', 'ListBuckets'],
    ['PUT', '/b', 'CreateBucket'],
    ['HEAD', '/b', 'HeadBucket'],
    ['GET', '/b?list-type=2&prefix=x', 'ListObjectsV2'],
    ['GET', '/b?versions', 'ListObjectVersions'],
    ['GET', '/b?location', 'GetBucketLocation'],
    ['PUT', '/b?encryption', 'PutBucketEncryption'],
    ['POST', '/b?delete', 'DeleteObjects'],
    ['GET', '/b?uploads', 'ListMultipartUploads'],
    ['PUT', '/b/k', 'PutObject'],
    ['PUT', '/b/k?x-id=PutObject', 'PutObject'],
    ['PUT', '/b/k?encryption', 'UpdateObjectEncryption'],
    ['PUT', '/b/k?encryption&versionId=v', 'UpdateObjectEncryption'],
    ['PUT', '/b/k?tagging', 'PutObjectTagging'],
    ['GET', '/b/k?versionId=v', 'GetObject'],
    ['GET', '/b/k?partNumber=1', 'GetObject'],
    ['GET', '/b/k?uploadId=u', 'ListParts'],
    ['GET', '/b/k?X-Amz-Signature=s&X-Amz-Expires=60', 'GetObject'],
    ['POST', '/b/k?uploads', 'CreateMultipartUpload'],
    ['POST', '/b/k?uploadId=u', 'CompleteMultipartUpload'],
    ['PUT', '/b/k?partNumber=1&uploadId=u', 'UploadPart'],
    ['DELETE', '/b/k?uploadId=u', 'AbortMultipartUpload'],
    ['DELETE', '/b/k?versionId=v', 'DeleteObject'],
    ['PUT', '/b/k?nobodyKnows', undefined],
    ['PUT', '/b/k?uploadId=u', undefined],
  ])('%s %s means %s', (method, target, name) => {
    expect(find(method, target)).toBe(name);
  });

  it('a copy source makes a copy', () => {
    expect(find('PUT', '/b/k', copy)).toBe('CopyObject');
    expect(find('PUT', '/b/k?partNumber=1&uploadId=u', copy)).toBe('UploadPartCopy');
  });

  it('no two operations that the SDK tells apart by path and query look the same', () => {
    const looks = s3Routes.map(
      ({ method, level, fixed, requiredQuery, requiredHeaders, name }) => ({
        name,
        look: JSON.stringify([method, level, [...fixed], requiredQuery, requiredHeaders]),
      }),
    );
    const same = looks.filter(
      ({ look }) => looks.filter((other) => other.look === look).length > 1,
    );
    // both are `GET /`: the second is for directory buckets, which have another host
    expect(same.map(({ name }) => name).toSorted()).toEqual([
      'ListBuckets',
      'ListDirectoryBuckets',
    ]);
  });
});
