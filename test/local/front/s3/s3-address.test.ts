import { describe, expect, it } from '@jest/globals';
import { readS3Address } from '../../../../local/front/s3/s3-address.ts';

const read = (target: string, host = '127.0.0.1:4566') => {
  const [path = '', query = ''] = target.split('?');
  const request = {
    method: 'GET',
    path,
    query,
    headers: { host },
    rawHeaders: [],
    body: Buffer.alloc(0),
  };
  const address = readS3Address(request);
  return address && { ...address, query: Object.fromEntries(address.query) };
};

describe('readS3Address', () => {
  it.each([
    ['/', undefined, undefined],
    ['/b', 'b', undefined],
    ['/b/', 'b', undefined],
    ['/b//', 'b', '/'],
    ['/b/a+b', 'b', 'a+b'],
    ['/b/a%2Bb%20c', 'b', 'a+b c'],
    ['/b/%2525', 'b', '%25'],
    ['/b/../c', 'b', '../c'],
    ['/b/a%3FversionId=1', 'b', 'a?versionId=1'],
  ])('%s is bucket %s and key %s', (target, bucket, key) => {
    expect(read(target)).toEqual({ bucket, key, query: {} });
  });

  it.each([
    ['payroll.s3.eu-west-1.amazonaws.com', 'payroll'],
    ['pay.roll.s3.amazonaws.com', 'pay.roll'],
    ['payroll.s3-eu-west-1.amazonaws.com', 'payroll'],
    ['payroll.localhost:4566', 'payroll'],
    ['payroll.s3.localhost', 'payroll'],
  ])('host %s names bucket %s', (host, bucket) => {
    expect(read('/a/b', host)).toEqual({ bucket, key: 'a/b', query: {} });
  });

  it.each(['127.0.0.1:80', 'localhost', 's3.localhost', 's3.eu-west-1.amazonaws.com'])(
    'host %s names none',
    (host) => {
      expect(read('/b/k', host)).toEqual({ bucket: 'b', key: 'k', query: {} });
    },
  );

  it('a plus in the query is a space', () => {
    expect(read('/b?prefix=a+b%2B&delete')?.query).toEqual({ prefix: 'a b+', delete: '' });
  });

  it('what is no UTF-8 is no address', () => {
    expect(read('/b/%ff')).toBeUndefined();
  });
});
