import { describe, expect, it } from '@jest/globals';
import { decideRequest } from './decide-request.ts';
import type { Statement } from './policies.ts';

describe('deciding a request', () => {
  const statement = (given: Partial<Statement>): Statement => ({
    where: 'Test',
    effect: 'Allow',
    actions: ['s3:GetObject*'],
    resources: [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::payroll-?/*' }],
    condition: {},
    principal: undefined,
    ...given,
  });
  const decide = (given: readonly Partial<Statement>[], asked: object = {}) =>
    decideRequest({ Resources: {} }, given.map(statement), {
      principal: 'arn:aws:iam::111122223333:role/a',
      action: 's3:GetObjectVersion',
      resource: 'arn:aws:s3:::payroll-1/a/b',
      ...asked,
    });
  const onlyA = { ArnNotEquals: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/a'] } };

  it.each([
    ['allows what a statement allows', [{}], {}, 'allow'],
    ['allows nothing by itself', [], {}, 'nothing'],
    ['lets a Deny win', [{}, { effect: 'Deny' }], {}, 'deny'],
    ['knows one character from many', [{}], { resource: 'arn:aws:s3:::payroll-12/a' }, 'nothing'],
    ['knows actions', [{}], { action: 's3:PutObject' }, 'nothing'],
    ['exempts whom a Deny exempts', [{ effect: 'Deny', condition: onlyA }], {}, 'nothing'],
    [
      'denies everybody else',
      [{ effect: 'Deny', condition: onlyA }],
      { principal: 'arn:aws:iam::111122223333:role/ab' },
      'deny',
    ],
    [
      'denies where a key of a negated condition is absent',
      [{ effect: 'Deny', condition: { StringNotEquals: { 'kms:ViaService': 's3' } } }],
      {},
      'deny',
    ],
    [
      'allows nothing where a key is absent',
      [{ condition: { StringEquals: { 'kms:ViaService': 's3' } } }],
      {},
      'nothing',
    ],
  ] as const)('%s', (_title, statements, asked, decision) => {
    expect(decide(statements, asked)).toBe(decision);
  });

  it('refuses to guess at operators', () => {
    const condition = { NumericLessThan: { 's3:TlsVersion': 1.2 } };
    expect(() => decide([{ condition }])).toThrow(
      'a condition operator that the tests do not know',
    );
  });
});
