import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from '@jest/globals';
import { splitBatch } from '../../../../../local/front/faults/partial/split-batch.ts';
import type { FrontAnswer, FrontRequest } from '../../../../../local/front/front-request.ts';
import { createInProcessHandler } from '../../../../../local/front/in-process-handler.ts';

const CONFIG = {
  region: 'eu-west-1',
  endpoint: 'http://localhost',
  credentials: { accessKeyId: '111122223333', secretAccessKey: 'local' },
  maxAttempts: 1,
};

type Service = (request: FrontRequest) => string;

/** Answers a share of a batch as the fault does, and the rest as `service` would: the SDK's own client reads it. */
const refusing = (operation: string, share: number, service: Service) => {
  const asked: string[] = [];
  const answer = async (request: FrontRequest): Promise<FrontAnswer> => {
    const parts = splitBatch(operation, request, share);
    if (parts === undefined) throw new Error('no batch');
    if (parts.isEmpty) return Promise.resolve(parts.tell(undefined));
    asked.push(parts.rest.body.toString('utf8'));
    const body = Buffer.from(service(parts.rest));
    return Promise.resolve(parts.tell({ status: 200, headers: {}, body }));
  };
  return { asked, config: { ...CONFIG, requestHandler: createInProcessHandler(answer) } };
};

const firehose: Service = ({ body }) => {
  const { Records } = JSON.parse(body.toString()) as { Records: { Data: string }[] };
  const RequestResponses = Records.map(({ Data }) => ({ RecordId: Data }));
  return JSON.stringify({ FailedPutCount: 0, RequestResponses });
};
const sqs: Service = ({ body }) => {
  const { Entries } = JSON.parse(body.toString()) as { Entries: { Id: string }[] };
  const Successful = Entries.map(({ Id }) => ({ Id, MessageId: 'm', MD5OfMessageBody: '' }));
  return JSON.stringify({ Successful });
};
const sns: Service = ({ body }) => {
  const ids = [...new URLSearchParams(body.toString())].filter(([name]) => name.endsWith('.Id'));
  const members = ids.map(([, id]) => `<member><Id>${id}</Id><MessageId>m</MessageId></member>`);
  return `<PublishBatchResponse><PublishBatchResult><Successful>${members.join('')}</Successful><Failed/></PublishBatchResult></PublishBatchResponse>`;
};

const texts = ['a', 'b', 'c', 'd'];

describe('a batch of which some entries are refused', () => {
  it.each([
    [0.5, [false, false, true, true]],
    [0, [false, true, true, true]], // at least one
    [1, [false, false, false, false]],
  ])('is told by Firehose entry by entry, in their order: %d', async (share, taken) => {
    const { config, asked } = refusing('firehose:PutRecordBatch', share, firehose);
    const Records = texts.map((text) => ({ Data: Buffer.from(text) }));
    const command = new PutRecordBatchCommand({ DeliveryStreamName: 'ledger', Records });
    const { FailedPutCount, RequestResponses = [] } = await new FirehoseClient(config).send(
      command,
    );
    expect(RequestResponses.map(({ RecordId }) => RecordId !== undefined)).toEqual(taken);
    expect(RequestResponses.map(({ ErrorCode }) => ErrorCode === undefined)).toEqual(taken);
    expect(FailedPutCount).toBe(taken.filter((one) => !one).length);
    expect(asked.join().match(/"Data"/g)?.length ?? 0).toBe(taken.filter((one) => one).length);
  });

  it.each([
    [0.5, ['2', '3'], ['0', '1']],
    [1, [], ['0', '1', '2', '3']],
  ])('is told by SQS by id: %d', async (share, taken, refused) => {
    const { config, asked } = refusing('sqs:SendMessageBatch', share, sqs);
    const Entries = texts.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    const command = new SendMessageBatchCommand({ QueueUrl: 'http://localhost/1/q', Entries });
    const client = new SQSClient({ ...config, md5: false });
    const { Successful = [], Failed = [] } = await client.send(command);
    expect([Successful.map(({ Id }) => Id), Failed.map(({ Id }) => Id)]).toEqual([taken, refused]);
    expect(asked.join()).not.toContain('"MessageBody":"a"');
  });

  it.each([
    [0.5, ['2', '3'], ['0', '1']],
    [1, [], ['0', '1', '2', '3']],
  ])('is told by SNS by id: %d', async (share, taken, refused) => {
    const { config, asked } = refusing('sns:PublishBatch', share, sns);
    const PublishBatchRequestEntries = texts.map((Message, index) => ({
      Id: String(index),
      Message,
      MessageAttributes: { kind: { DataType: 'String', StringValue: `${Message}=&` } },
    }));
    const command = new PublishBatchCommand({ TopicArn: 't', PublishBatchRequestEntries });
    const { Successful = [], Failed = [] } = await new SNSClient(config).send(command);
    expect([Successful.map(({ Id }) => Id), Failed.map(({ Id }) => Id)]).toEqual([taken, refused]);
    const fields = new URLSearchParams(asked.join());
    expect(fields.get('PublishBatchRequestEntries.member.1.Message')).toBe(
      taken.length ? 'c' : null,
    );
    expect(
      fields.get('PublishBatchRequestEntries.member.2.MessageAttributes.entry.1.Value.StringValue'),
    ).toBe(taken.length ? 'd=&' : null);
  });

  it('is none where the operation takes no batch', () => {
    const request = { method: 'POST', path: '/', query: '', headers: {}, rawHeaders: [] };
    const body = Buffer.from('{}');
    expect(splitBatch('kms:DescribeKey', { ...request, body }, 1)).toBeUndefined();
  });
});
