import { createServer } from 'node:http';
import { readRequest, type FrontRequest } from '../../local/front/front-request.ts';
import { listen } from '../../local/front/listen.ts';
import { operationName } from '../../local/front/operation-name.ts';

export type StubServices = {
  readonly url: string;
  readonly asked: readonly string[]; // operations, in their order
  readonly bodies: readonly string[]; // of ledger records, orders and alerts
  readonly close: () => Promise<void>;
};

type Answer = { readonly status: number; readonly body: string };

const entriesOf = (body: string): readonly { readonly Id: string }[] =>
  (JSON.parse(body) as { readonly Entries: readonly { readonly Id: string }[] }).Entries;

const json = (value: object): Answer => ({ status: 200, body: JSON.stringify(value) });

/** The least that Firehose, SQS and SNS can say for a function to go on. */
const answer = (operation: string, body: string): Answer => {
  switch (operation) {
    case 'PutRecordBatch': {
      const { Records } = JSON.parse(body) as { readonly Records: readonly object[] };
      return json({ FailedPutCount: 0, RequestResponses: Records.map(() => ({ RecordId: 'r' })) });
    }
    case 'SendMessageBatch':
      return json({
        Failed: [],
        Successful: entriesOf(body).map(({ Id }) => ({ Id, MessageId: 'm' })),
      });
    case 'PublishBatch': {
      const ids = [...new URLSearchParams(body)].filter(([name]) => name.endsWith('.Id'));
      const members = ids.map(
        ([, id]) => `<member><Id>${id}</Id><MessageId>m</MessageId></member>`,
      );
      return {
        status: 200,
        body: `<PublishBatchResponse><PublishBatchResult><Successful>${members.join('')}</Successful><Failed/></PublishBatchResult></PublishBatchResponse>`,
      };
    }
    default:
      return { status: 500, body: '{"__type":"InternalFailure"}' };
  }
};

/** Stands behind the front where MiniStack would: enough for a bundle to run against, without Python. */
export const startStubServices = async (isDown: () => boolean): Promise<StubServices> => {
  const asked: string[] = [];
  const bodies: string[] = [];
  const handle = (request: FrontRequest): Answer => {
    const operation = operationName(request);
    const body = request.body.toString('utf8');
    asked.push(operation);
    bodies.push(body);
    return isDown()
      ? { status: 503, body: '{"__type":"ServiceUnavailable"}' }
      : answer(operation, body);
  };
  const server = createServer((message, response) => {
    void readRequest(message).then((request) => {
      const { status, body } = request === undefined ? { status: 413, body: '' } : handle(request);
      response.writeHead(status, { 'content-length': Buffer.byteLength(body) });
      return response.end(body);
    });
  });
  const { url, close } = await listen(server, 0);
  return { url, asked, bodies, close };
};
