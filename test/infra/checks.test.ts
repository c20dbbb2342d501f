import { describe, expect, it } from '@jest/globals';
import { evaluate } from './evaluate.ts';
import { findDanglingReferences } from './find-dangling-references.ts';
import { findUnknownProperties } from './find-unknown-properties.ts';
import { actionsNeededBy } from './service-authorization.ts';
import type { Template } from './template.ts';

const queue = (properties: Readonly<Record<string, unknown>>): Template => ({
  Parameters: { Name: { Default: '' } },
  Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: properties } },
});

describe('the check of properties', () => {
  it.each([
    ['a misspelt property', queue({ QueueNam: 'a' }), 'Queue: unknown property `QueueNam`'],
    [
      'a wrong type',
      queue({ VisibilityTimeout: '180' }),
      'Queue.VisibilityTimeout: expected a number',
    ],
    [
      'an unknown type',
      { Resources: { A: { Type: 'AWS::SQS::Que' } } },
      'A: no resource type `AWS::SQS::Que`',
    ],
    [
      'a missing property',
      { Resources: { A: { Type: 'AWS::IAM::Role' } } },
      'A: required property `AssumeRolePolicyDocument` is missing',
    ],
    [
      'a misspelt property further down',
      {
        Resources: {
          A: { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Statu: '' } } },
        },
      },
      'A.VersioningConfiguration: unknown property `Statu`',
    ],
  ])('finds %s', async (_title, template, problem) => {
    expect(await findUnknownProperties(template)).toContain(problem);
  });
});

describe('the check of references', () => {
  it.each([
    ['a Ref', { QueueName: { Ref: 'Nobody' } }, 'Queue.QueueName: Nobody'],
    [
      'an attribute',
      { QueueName: { 'Fn::GetAtt': ['Queue', 'Nam'] } },
      'Queue.QueueName: Queue.Nam',
    ],
    [
      'a Sub',
      { QueueName: { 'Fn::Sub': '${AWS::Regio}-${Queue.Arn}' } },
      'Queue.QueueName: AWS::Regio',
    ],
  ])('finds %s that leads nowhere', async (_title, properties, problem) => {
    expect(await findDanglingReferences(queue(properties))).toEqual([problem]);
  });

  it('knows parameters, pseudo parameters, attributes and what a Sub brings along', async () => {
    const name = {
      'Fn::Sub': ['${A}${Name}${AWS::Region}${Queue.Arn}${!Literal}', { A: { Ref: 'Name' } }],
    };
    expect(await findDanglingReferences(queue({ QueueName: name }))).toEqual([]);
  });
});

describe('evaluating a template', () => {
  const template: Template = {
    ...queue({ QueueName: { 'Fn::If': ['Named', { Ref: 'Name' }, { Ref: 'AWS::NoValue' }] } }),
    Conditions: { Named: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Name' }, ''] }] } },
  };

  it('leaves out what no parameter asks for', () => {
    expect(evaluate(template).Resources['Queue']?.Properties).toEqual({});
  });

  it('keeps what a parameter asks for', () => {
    expect(evaluate(template, { Name: 'a' }).Resources['Queue']?.Properties).toEqual({
      QueueName: { Ref: 'Name' },
    });
  });
});

describe('the actions of a command', () => {
  it('must be looked up before the command is used', () => {
    expect(() => actionsNeededBy(['PutBucketPolicy'])).toThrow(
      'no actions are known for `PutBucketPolicyCommand`',
    );
  });
});
