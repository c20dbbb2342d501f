import { describe, expect, it } from '@jest/globals';
import { isPassingFailure } from '../../aws/is-passing-failure.ts';

const failure = (name: string, more: object = {}): Error =>
  Object.assign(new Error('words'), { name }, more);
const status = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } });

describe('isPassingFailure', () => {
  it.each([
    ['a server error', failure('InternalFailure', status(500)), true],
    ['an unavailable service', failure('ServiceUnavailableException', status(503)), true],
    ['too many requests', failure('ThrottledException', status(429)), true],
    ['throttling with status 400', failure('ThrottlingException', status(400)), true],
    ['a time-out', failure('TimeoutError'), true],
    ['a broken connection', failure('Error', { code: 'ECONNRESET' }), true],
    ['a missing right', failure('AccessDeniedException', status(400)), false],
    ['a missing stream', failure('ResourceNotFoundException', status(400)), false],
    ['a mistake of our own', new TypeError('words'), false],
    ['something that is no error', 'words', false],
    ['nothing', undefined, false],
  ])('knows whether %s passes', (_title, error, passes) => {
    expect(isPassingFailure(error)).toBe(passes);
  });
});
