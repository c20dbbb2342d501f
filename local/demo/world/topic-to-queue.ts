import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import type { LocalAws } from '../../start-local-aws.ts';

/** A topic that passes all it is told on to a queue, in SNS's envelope. Answers its ARN. */
export const topicToQueue = async (
  { clientConfig }: Pick<LocalAws, 'clientConfig'>,
  name: string,
  queueArn: string,
): Promise<string> => {
  const sns = new SNSClient(clientConfig);
  try {
    const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: name }));
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queueArn }));
    return TopicArn;
  } finally {
    sns.destroy();
  }
};
