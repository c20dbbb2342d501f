import { describe, expect, it } from '@jest/globals';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { toRefusal } from '../../aws/to-refusal.ts';

const error = (httpStatusCode: number, name: string) =>
  new S3ServiceException({
    name,
    message: 'as AWS says it',
    $fault: 'client',
    $metadata: { httpStatusCode },
  });

describe('an answer is', () => {
  it.each([
    [404, 'NoSuchKey', 'changed'],
    [405, 'MethodNotAllowed', 'changed'],
    [412, 'PreconditionFailed', 'changed'],
    [400, 'InvalidRequest', 'refused'],
    [400, 'KMS.DisabledException', 'refused'],
    [403, 'AccessDenied', 'refused'],
    [403, 'ObjectNotInActiveTierError', 'refused'],
  ])('%i %s: %s', (status, name, kind) => {
    expect(toRefusal(error(status, name))).toEqual(
      kind === 'changed'
        ? { kind, words: `${name}: as AWS says it` }
        : { kind, code: name, words: 'as AWS says it' },
    );
  });
});

describe('thrown on, to be tried again, is', () => {
  it.each([
    [409, 'ConditionalRequestConflict'],
    [409, 'OperationAborted'],
    [500, 'InternalError'],
    [503, 'SlowDown'],
    [400, 'RequestTimeout'],
    [400, 'ExpiredToken'],
    [400, 'KMS.ThrottlingException'],
    [501, 'NotImplemented'],
  ])('%i %s', (status, name) => {
    const thrown = error(status, name);
    expect(() => toRefusal(thrown)).toThrow(thrown);
  });

  it('what is no answer of S3', () => {
    const thrown = new TypeError('fetch failed');
    expect(() => toRefusal(thrown)).toThrow(thrown);
  });
});
