import { expect, it } from '@jest/globals';
import { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns';
import { alertsOnWire } from '../../../../local/demo/world/alerts-on-wire.ts';
import type { WireCall } from '../../../../local/front/wire-call.ts';
import { startWithClients, stopAll, REGION, ACCOUNT } from '../../front/with-front.ts';
import { clientConfig } from '../../../../local/start-local-aws.ts';

it('reads what the SDK really sends', async () => {
  const aws = await startWithClients();
  const sns = new SNSClient({ ...clientConfig(aws.front.url, ACCOUNT, REGION), maxAttempts: 1 });
  const calls: WireCall[] = [];
  aws.front.onCall((call) => calls.push(call));
  const entries = [
    { Id: '0', Subject: 'first', Message: 'a\nb & c=d' },
    { Id: '1', Subject: 'second', Message: 'ü' },
  ];
  const command = new PublishBatchCommand({ TopicArn: 't', PublishBatchRequestEntries: entries });
  await expect(sns.send(command)).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
  sns.destroy();
  await stopAll(aws);
  const [call] = calls;
  expect(call && alertsOnWire(call)).toEqual([]); // so it was not published
  expect(call && alertsOnWire({ ...call, status: 200 })).toEqual([
    { subject: 'first', body: 'a\nb & c=d' },
    { subject: 'second', body: 'ü' },
  ]);
});
