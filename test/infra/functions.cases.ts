import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkout } from '../../local/stand-in/checkout.ts';
import type { PackagedStack } from './packaged-stack.ts';
import { propertiesOf, resourcesOf } from './template.ts';

const BUCKETS = [{ Ref: 'AuditBucket' }, { Ref: 'ServerlessDeploymentBucket' }];

/** The functions, and the events that reach them. */
export const describeFunctions = (stack: () => PackagedStack): void => {
  const own = () => (stack().optedIn ? [...BUCKETS, { Ref: 'QuarantineBucket' }] : BUCKETS);

  describe('the event rule', () => {
    it('takes every object written in the account, but in our own buckets', () => {
      expect(propertiesOf(stack().plain, 'ObjectCreatedRule')).toMatchObject({
        EventPattern: {
          source: ['aws.s3'],
          'detail-type': ['Object Created'],
          detail: {
            bucket: {
              name: [{ 'anything-but': own() }],
            },
          },
        },
        Targets: [
          {
            Arn: { 'Fn::GetAtt': ['ObjectsQueue', 'Arn'] },
            DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['RuleDlq', 'Arn'] } },
          },
        ],
      });
    });

    it('leaves out the same buckets that the functions are told to', () => {
      const SEALWARD_OWN_BUCKETS = { 'Fn::Join': [',', own()] };
      for (const [, { Environment }] of resourcesOf(stack().plain, 'AWS::Lambda::Function')) {
        expect(Environment).toMatchObject({ Variables: { SEALWARD_OWN_BUCKETS } });
      }
    });
  });

  describe('the functions', () => {
    it('are the doors of functions/, one each', async () => {
      const doors = await readdir(join(checkout, 'functions'));
      const handlers = resourcesOf(stack().plain, 'AWS::Lambda::Function').map(
        ([, { FunctionName }]) => `${String(FunctionName).replace('sealward-dev-', '')}.ts`,
      );
      const optional = ['copy-object.ts', 'quarantine-object.ts'];
      const expected = doors.filter((door) => stack().optedIn || !optional.includes(door));
      expect(handlers.toSorted()).toEqual(expected.toSorted());
    });

    it('run on arm64 and Node 24, reserve nothing, and log for a limited time', () => {
      for (const [, properties] of resourcesOf(stack().plain, 'AWS::Lambda::Function')) {
        expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
        expect(properties).not.toHaveProperty('ReservedConcurrentExecutions');
      }
      const logs = resourcesOf(stack().plain, 'AWS::Logs::LogGroup').map(
        ([, { RetentionInDays }]) => RetentionInDays,
      );
      expect(logs).toHaveLength(stack().optedIn ? 6 : 4);
      expect(new Set(logs)).toEqual(new Set([90]));
    });

    it('may send to themselves only where the reader re-queues what waits, and the writers what is held', () => {
      const loops = resourcesOf(stack().plain, 'AWS::Lambda::Function').map(
        ([id, { RecursiveLoop }]) => [id, RecursiveLoop],
      );
      expect(Object.fromEntries(loops)).toEqual({
        JudgeDashobjectLambdaFunction: 'Allow',
        ReencryptDashobjectLambdaFunction: stack().optedIn ? 'Allow' : undefined,
        CloseDashdeadDashletterLambdaFunction: undefined,
        ...(stack().optedIn && {
          CopyDashobjectLambdaFunction: 'Allow',
          QuarantineDashobjectLambdaFunction: 'Allow',
        }),
      });
    });
  });
};
