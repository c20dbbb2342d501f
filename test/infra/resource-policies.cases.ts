import { describe, expect, it } from '@jest/globals';
import type { PackagedStack } from './packaged-stack.ts';
import { resourceStatements } from './policies.ts';

/** Who may use the queues, the topic, the bucket and the key. */
export const describeResourcePolicies = (stack: () => PackagedStack): void => {
  describe('a queue, topic, bucket or key', () => {
    it('takes things only from services that act for this account', () => {
      const services = resourceStatements(stack().plain).filter(
        ({ effect, principal }) =>
          effect === 'Allow' && JSON.stringify(principal).includes('Service'),
      );
      expect(services.map(({ where }) => where)).toEqual([
        'ObjectsQueuePolicy.OurRule',
        'ObjectsQueuePolicy.OwnBuckets',
        'ObjectsQueuePolicy.OwnTopics',
        'RuleDlqPolicy.OurRule',
        'AlertTopicPolicy.ServicesOfThisAccount',
        'StackKey.ServicesPublishAlerts',
      ]);
      for (const { condition } of services) {
        const own =
          /"aws:SourceAccount":\{"Ref":"AWS::AccountId"\}|"aws:SourceArn":\{"Fn::(GetAtt":\["ObjectCreatedRule|Sub":"[^"]*\$\{AWS::AccountId\})/;
        expect(JSON.stringify(condition)).toMatch(own);
      }
    });

    it('is open to no principal but those services and the account itself', () => {
      const others = resourceStatements(stack().everything).filter(
        ({ effect, principal }) =>
          effect === 'Allow' && !JSON.stringify(principal).includes('Service'),
      );
      expect(others.map(({ where }) => where)).toEqual([
        'StackKey.AccountDelegatesToIam',
        ...(stack().optedIn ? ['QuarantineKey.AccountDelegatesToIam'] : []),
      ]);
    });

    it('refuses what does not come over TLS', () => {
      const refusing = resourceStatements(stack().plain).filter(
        ({ effect, condition }) =>
          effect === 'Deny' &&
          JSON.stringify(condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
      );
      expect(new Set(refusing.map(({ where }) => where.split('.')[0]))).toEqual(
        new Set([
          'ObjectsQueuePolicy',
          'RuleDlqPolicy',
          'InternalQueuesPolicy',
          'AlertTopicPolicy',
          'AuditBucketPolicy',
          ...(stack().optedIn
            ? ['CopyQueuesPolicy', 'QuarantineQueuesPolicy', 'QuarantineBucketPolicy']
            : []),
        ]),
      );
    });
  });
};
