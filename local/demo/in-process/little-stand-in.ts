import { createServer } from 'node:http';
import { headerOf, readRequest, type FrontRequest } from '../../front/front-request.ts';
import { listen } from '../../front/listen.ts';
import { operationName } from '../../front/operation-name.ts';
import { createMemoryTable, type TableRequest } from './memory-table.ts';

export type LittleStandIn = { readonly url: string; readonly close: () => Promise<void> };

type Known = {
  readonly account: string;
  readonly outputs: () => Readonly<Record<string, string>>; // of the one stack
  readonly record: (line: string) => void; // what reaches the ledger stream
};

type Answer = { readonly status: number; readonly body: string };

const json = (body: object, status = 200): Answer => ({ status, body: JSON.stringify(body) });
const xml = (action: string, result: string): Answer => ({
  status: 200,
  body: `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`,
});

const putRecords = ({ body }: FrontRequest, record: Known['record']): Answer => {
  const { Records } = JSON.parse(body.toString('utf8')) as { Records: readonly { Data: string }[] };
  for (const { Data } of Records) record(Buffer.from(Data, 'base64').toString('utf8').trimEnd());
  return json({ FailedPutCount: 0, RequestResponses: Records.map(() => ({ RecordId: 'r' })) });
};

const describeStack = (outputs: Readonly<Record<string, string>>): Answer => {
  const members = Object.entries(outputs).map(
    ([name, value]) =>
      `<member><OutputKey>${name}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  const stack = `<StackName>s</StackName><CreationTime>2026-11-24T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${members.join('')}</Outputs>`;
  return xml('DescribeStacks', `<Stacks><member>${stack}</member></Stacks>`);
};

/**
 * The few calls that the `sealward` command makes beside S3 and KMS, for machines where no MiniStack runs: who calls,
 * what the stack's parts are called, the state table, the ledger.
 */
export const startLittleStandIn = async (known: Known): Promise<LittleStandIn> => {
  const table = createMemoryTable();
  const answer = (request: FrontRequest): Answer => {
    const operation = operationName(request);
    if (headerOf(request, 'x-amz-target')?.startsWith('DynamoDB_') === true) {
      const asked = JSON.parse(request.body.toString('utf8')) as TableRequest;
      const { status, body } = table(operation, asked);
      return json(body, status);
    }
    switch (operation) {
      case 'GetCallerIdentity': {
        const arn = `arn:aws:iam::${known.account}:user/demo`;
        const who = `<Arn>${arn}</Arn><UserId>AIDADEMO</UserId><Account>${known.account}</Account>`;
        return xml(operation, who);
      }
      case 'DescribeStacks':
        return describeStack(known.outputs());
      case 'PutRecordBatch':
        return putRecords(request, known.record);
      // S3's events, which the queues in memory have taken already
      case 'PutEvents':
        return json({ FailedEntryCount: 0, Entries: [] });
      case 'SendMessage':
      case 'Publish':
        return json({});
      default:
        return json({ __type: 'NotImplemented', message: operation }, 501);
    }
  };
  const server = createServer((message, response) => {
    void readRequest(message).then((request) => {
      const { status, body } = request === undefined ? json({}, 413) : answer(request);
      response.writeHead(status, { 'content-length': Buffer.byteLength(body) });
      return response.end(body);
    });
  });
  return listen(server, 0);
};
