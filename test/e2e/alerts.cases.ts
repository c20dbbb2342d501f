import { describe, expect, it } from '@jest/globals';
import { topicToQueue } from '../../local/demo/world/topic-to-queue.ts';
import { putObject } from '../../local/demo/cases/upload.ts';
import { takeMessages } from '../../local/matrix/matrix-row.ts';
import { clientConfig } from '../../local/start-local-aws.ts';
import { recordsOf, untilSettled } from './follow.ts';
import type { Stack } from './stack.ts';

type Notification = {
  readonly Subject: string;
  readonly Message: string;
  readonly MessageAttributes: Readonly<Record<string, { readonly Value: string }>>;
};

export const describeAlerts = (stack: () => Stack): void => {
  describe('the alert topic', () => {
    it('tells its subscribers what could not be read, in text that a hostile key cannot bend', async () => {
      const { url, account, region, model } = stack().world;
      const { ask, queueUrl } = stack();
      await ask.json('sqs', 'CreateQueue', { QueueName: 'inbox' });
      const config = { clientConfig: clientConfig(url, account, region) };
      const inbox = `arn:aws:sqs:${region}:${account}:inbox`;
      await topicToQueue(config, 'sealward-demo-alerts', inbox); // it is there already: CreateTopic answers its ARN

      const key = 'denied\n\u001B[2Jseverity: low';
      model.apply<'model', 'DenyRequests'>({
        service: 'model',
        name: 'DenyRequests',
        input: { Bucket: 'payroll', Key: key, Operations: ['HeadObject'] },
      });
      const upload = await putObject(stack().world, 'payroll', key);
      await untilSettled(stack(), upload);
      const uid = recordsOf(stack(), upload)[0]?.metadata.uid ?? 'no record';

      const bodies = await takeMessages(ask, queueUrl('inbox'), 1, 10_000);
      const notification = bodies
        .map((body) => JSON.parse(body) as Notification)
        .find(({ Message }) => Message.includes(uid));
      expect(notification?.Subject).toMatch(/^[\x20-\x7E]{1,100}$/);
      expect(notification?.Message).toContain('denied\\n\\u{1b}[2Jseverity: low');
      expect(notification?.Message).not.toContain('\u001B');
      expect(notification?.Message.split('\n')).not.toContain('severity: low');
      expect(notification?.MessageAttributes).toMatchObject({
        severity: { Value: 'high' },
        kind: { Value: 'indeterminate' },
        bucket: { Value: 'payroll' },
      });
    });
  });
};
