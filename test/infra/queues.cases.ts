import { describe, expect, it } from '@jest/globals';
import type { PackagedStack } from './packaged-stack.ts';
import { isObject, type Properties, propertiesOf, resourcesOf } from './template.ts';

const queueOf = ({ EventSourceArn }: Properties): string | undefined =>
  isObject(EventSourceArn) ? (EventSourceArn['Fn::GetAtt'] as string[])[0] : undefined;

/** The queues and who reads them. */
export const describeQueues = (stack: () => PackagedStack): void => {
  const queues = () => resourcesOf(stack().plain, 'AWS::SQS::Queue');

  describe('the queues', () => {
    it('are encrypted and keep messages for 14 days', () => {
      expect(queues()).toHaveLength(stack().optedIn ? 10 : 6);
      for (const [, queue] of queues()) {
        expect(queue).toMatchObject({
          SqsManagedSseEnabled: true,
          MessageRetentionPeriod: 1_209_600,
        });
      }
    });

    it('give up after five tries to a dead-letter queue', () => {
      const working = queues().filter(([id]) => !id.endsWith('Dlq'));
      const to = (name: string) => ({
        deadLetterTargetArn: { 'Fn::GetAtt': [name, 'Arn'] },
        maxReceiveCount: 5,
      });
      expect(
        Object.fromEntries(working.map(([id, { RedrivePolicy }]) => [id, RedrivePolicy])),
      ).toEqual({
        ObjectsQueue: to('ObjectsDlq'),
        BacklogQueue: to('ObjectsDlq'),
        ReencryptQueue: to('ReencryptDlq'),
        ...(stack().optedIn && { CopyQueue: to('CopyDlq'), QuarantineQueue: to('QuarantineDlq') }),
      });
    });

    it('are each read by one function, in batches that may fail in part, under a limit of their own', () => {
      const mappings = resourcesOf(stack().plain, 'AWS::Lambda::EventSourceMapping').map(
        ([, mapping]) => mapping,
      );
      expect(new Set(mappings.map(queueOf))).toEqual(new Set(queues().map(([id]) => id)));
      expect(mappings).toHaveLength(queues().length);
      for (const mapping of mappings) {
        const limit: unknown = expect.any(Number);
        expect(mapping).toMatchObject({
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ScalingConfig: { MaximumConcurrency: limit },
        });
      }
    });

    it('hide a message for six times as long as its function may take', () => {
      for (const [, mapping] of resourcesOf(stack().plain, 'AWS::Lambda::EventSourceMapping')) {
        const [name = ''] = (mapping['FunctionName'] as { 'Fn::GetAtt': string[] })['Fn::GetAtt'];
        const { Timeout } = propertiesOf(stack().plain, name);
        const { VisibilityTimeout } = propertiesOf(stack().plain, queueOf(mapping) ?? '');
        expect(Number(VisibilityTimeout)).toBe(6 * Number(Timeout));
      }
    });
  });
};
