import { describe, expect, it } from '@jest/globals';
import type { PackagedStack } from './packaged-stack.ts';
import { propertiesOf, resourcesOf } from './template.ts';

/** What is watched. */
export const describeAlarms = (stack: () => PackagedStack): void => {
  const alarms = () => resourcesOf(stack().plain, 'AWS::CloudWatch::Alarm');

  describe('the alarms', () => {
    it('all go to the alert topic, which is encrypted', () => {
      expect(
        alarms().filter(
          ([, { AlarmActions }]) => JSON.stringify(AlarmActions) !== '[{"Ref":"AlertTopic"}]',
        ),
      ).toEqual([]);
      expect(propertiesOf(stack().plain, 'AlertTopic')['KmsMasterKeyId']).toEqual({
        'Fn::GetAtt': ['StackKey', 'Arn'],
      });
    });

    it('watch every dead-letter queue, every live queue, the ledger and every function', () => {
      const watched = alarms().map(([, { MetricName, Dimensions }]) => {
        const [{ Value }] = Dimensions as [{ Value: Record<string, unknown> }];
        return `${[Object.values(Value)[0]].flat()[0] as string} ${String(MetricName)}`;
      });
      const expected = [
        ...(stack().optedIn
          ? ['Copy', 'Quarantine'].flatMap((name) => [
              `${name}DashobjectLambdaFunction Errors`,
              `${name}DashobjectLambdaFunction Throttles`,
              `${name}Dlq ApproximateNumberOfMessagesNotVisible`,
              `${name}Dlq ApproximateNumberOfMessagesVisible`,
              `${name}Queue ApproximateAgeOfOldestMessage`,
            ])
          : []),
        'CloseDashdeadDashletterLambdaFunction Errors',
        'CloseDashdeadDashletterLambdaFunction Throttles',
        'JudgeDashobjectLambdaFunction Errors',
        'JudgeDashobjectLambdaFunction Throttles',
        'LedgerStream DeliveryToS3.DataFreshness',
        'ObjectsDlq ApproximateNumberOfMessagesNotVisible',
        'ObjectsDlq ApproximateNumberOfMessagesVisible',
        'ObjectsQueue ApproximateAgeOfOldestMessage',
        'ReencryptDashobjectLambdaFunction Errors',
        'ReencryptDashobjectLambdaFunction Throttles',
        'ReencryptDlq ApproximateNumberOfMessagesNotVisible',
        'ReencryptDlq ApproximateNumberOfMessagesVisible',
        'ReencryptQueue ApproximateAgeOfOldestMessage',
        'RuleDlq ApproximateNumberOfMessagesNotVisible',
        'RuleDlq ApproximateNumberOfMessagesVisible',
      ];
      expect(watched.toSorted()).toEqual(expected.toSorted());
    });
  });
};
