import { describe, expect, it } from '@jest/globals';
import { resolveValue } from '../../../local/adopt/resolve-value.ts';

const named = {
  ref: (id: string) => (id === 'Bucket' ? 'bucket-1' : undefined),
  arn: (id: string) => (id === 'Key' ? 'arn:aws:kms:eu-west-1:111122223333:key/1' : undefined),
};

describe('values of a template', () => {
  it.each([
    ['plain ones', { a: ['b', 1, true, null] }, { a: ['b', 1, true, null] }],
    ['a name', { Ref: 'Bucket' }, 'bucket-1'],
    ['an ARN', { a: [{ 'Fn::GetAtt': ['Key', 'Arn'] }] }, { a: [named.arn('Key')] }],
    ['an ARN in one word', { 'Fn::GetAtt': 'Key.Arn' }, named.arn('Key')],
  ])('%s', (_title, value, expected) => {
    expect(resolveValue(value, named)).toStrictEqual(expected);
  });

  it.each([
    [{ Ref: 'Nothing' }, /names nothing that was adopted$/],
    [{ 'Fn::GetAtt': ['Key', 'KeyId'] }, /is nothing that adopting understands$/],
    [{ 'Fn::If': ['A', 'b', 'c'] }, /is nothing that adopting understands$/],
  ])('what is not understood is an error: %j', (value, message) => {
    expect(() => resolveValue(value, named)).toThrow(message);
  });
});
