import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseS3Uri } from '../../../cli/check/parse-s3-uri.ts';

describe('parseS3Uri', () => {
  it.each([
    ['s3://bucket/a/b.txt', 'a/b.txt'],
    ['s3://bucket/a?versionId=x', 'a?versionId=x'],
    ['s3://bucket/a%20b+c#d e', 'a%20b+c#d e'],
    ['s3://bucket//leading', '/leading'],
    ['s3://bucket/../up', '../up'],
    ['s3://bucket/grün/✓', 'grün/✓'],
  ])('takes what follows the bucket of `%s` as the raw key', (uri, key) => {
    expect(parseS3Uri(uri)).toEqual({ kind: 'object', bucket: 'bucket', key });
  });

  it.each([
    ['s3://bucket', ''],
    ['s3://bucket/', ''],
    ['s3://bucket/logs/', 'logs/'],
    ['s3://bucket//', '/'],
  ])('takes `%s` as a prefix', (uri, prefix) => {
    expect(parseS3Uri(uri)).toEqual({ kind: 'prefix', bucket: 'bucket', prefix });
  });

  it('gives every key back that was put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (key) => {
        fc.pre(!key.endsWith('/') && Buffer.byteLength(key) <= 1024);
        expect(parseS3Uri(`s3://b-1/${key}`)).toEqual({ kind: 'object', bucket: 'b-1', key });
      }),
    );
  });

  it('allows a key of 1,024 bytes, and no more', () => {
    expect(parseS3Uri(`s3://bucket/${'é'.repeat(512)}`)).toMatchObject({ kind: 'object' });
    expect(() => parseS3Uri(`s3://bucket/${'é'.repeat(512)}x`)).toThrow(
      'the key is longer than the 1024 bytes that S3 allows',
    );
  });

  it.each([
    ['https://bucket.s3.amazonaws.com/a', 'expected `s3://bucket/key`, got `https://'],
    ['bucket/key', 'expected `s3://bucket/key`, got `bucket/key`'],
    ['S3://bucket/key', 'expected `s3://bucket/key`, got `S3://bucket/key`'],
    ['s3:///key', '`` is not a bucket name: expected `s3://bucket/key`'],
    ['s3://a b/key', '`a b` is not a bucket name: expected `s3://bucket/key`'],
    ['s3://\u001B[31m/key', '`\\u{1b}[31m` is not a bucket name'],
  ])('refuses `%s`', (uri, message) => {
    expect(() => parseS3Uri(uri)).toThrow(message);
  });
});
