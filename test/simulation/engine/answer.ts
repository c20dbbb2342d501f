import { STACK } from '../scenario/base.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Answer } from '../aws/direct-clients.ts';
import { toException } from '../aws/errors.ts';
import type { createStateTable } from '../aws/state-table.ts';
import type { Batches } from './batches.ts';
import type { Pending } from './pending.ts';
import type { SimulatedS3 } from './simulated-s3.ts';

type Parts = {
  readonly scenario: Scenario;
  readonly s3: SimulatedS3;
  readonly batches: Batches;
  readonly table: ReturnType<typeof createStateTable>;
};

// a HEAD error has no body: the SDK knows no code and no words
const HEAD_NAMES: Readonly<Record<number, string>> = {
  404: 'NotFound',
  403: 'Forbidden',
  400: 'BadRequest',
};

/** What AWS does with a call, and says of it. */
export const createAnswer =
  ({ scenario: { account }, s3, batches, table }: Parts) =>
  (
    asked: Pending,
    { answered, partly }: { answered: boolean; partly: boolean },
  ): Answer | Error => {
    const { service, name, input, by } = asked;
    const ok = (output: Answer['output'], status = 200): Answer => ({ output, status });
    switch (service) {
      case 's3':
      case 'kms': {
        const arn = `arn:aws:sts::${account}:assumed-role/${STACK}-${by.function}/run`;
        const result = s3.call({ service, name, input, caller: { account, arn }, by, answered });
        if (result.kind === 'ok') return ok({ ...result.output }, result.status);
        const bare = { code: HEAD_NAMES[result.status] ?? 'Unknown', message: 'UnknownError' };
        return toException(service, name === 'HeadObject' ? { ...result, ...bare } : result);
      }
      case 'dynamodb':
        try {
          return ok(table.call(name, input));
        } catch (error) {
          return error as Error; // a condition that does not hold
        }
      case 'sqs':
        return ok(batches.send(input, by, partly));
      case 'sns':
        return ok(batches.publish(input, by, partly));
      case 'firehose':
        return ok(batches.record(input, by, partly));
      default:
        return service satisfies never;
    }
  };
