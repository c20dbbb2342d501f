import { randomUUID } from 'node:crypto';
import type { Caller } from '../../model/call.ts';
import type { Forward, FrontAnswer, FrontRequest } from '../front-request.ts';
import type { ModelHost } from '../model-host.ts';
import { operationName } from '../operation-name.ts';
import type { Served } from '../served.ts';

// AWS JSON 1.1: times are seconds, bytes are base64. https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
// JSON.stringify asks a value's own toJSON before the replacer, so dates are looked up in their parent.
function toJson(this: Record<string, unknown>, name: string, value: unknown): unknown {
  const raw = this[name];
  if (raw instanceof Date) return raw.getTime() / 1000;
  if (raw instanceof Uint8Array) return Buffer.from(raw).toString('base64');
  return value;
}

const jsonAnswer = (status: number, requestId: string, body: object): FrontAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
  body: Buffer.from(JSON.stringify(body, toJson)),
});

const parseInput = (request: FrontRequest): object | undefined => {
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8') || '{}');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Keys made through the front live in the model; keys made by CloudFormation live in the stand-in. */
export const serveKms = async (
  request: FrontRequest,
  caller: Caller,
  host: ModelHost,
  forward: Forward,
): Promise<Served> => {
  const operation = operationName(request);
  const requestId = randomUUID();
  const input = parseInput(request);
  if (input === undefined) {
    const body = { __type: 'SerializationException', message: 'could not parse the request' };
    return { operation, servedBy: 'front', answer: jsonAnswer(400, requestId, body) };
  }
  const result = host.call({ service: 'kms', name: operation, input, caller, requestId });
  if (result.kind === 'ok')
    return {
      operation,
      servedBy: 'model',
      answer: jsonAnswer(result.status, requestId, result.output),
    };
  if (result.code === 'NotFoundException') {
    const answer = await forward(request);
    if (answer.status === 200) return { operation, servedBy: 'stand-in', answer };
  }
  const body = { __type: result.code, message: result.message };
  return { operation, servedBy: 'model', answer: jsonAnswer(result.status, requestId, body) };
};
