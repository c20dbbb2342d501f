import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { FunctionName } from '../steps/step.ts';
import { FUNCTION_NAMES, FUNCTIONS, MOST_RECEIVES } from './settings.ts';

type Stack = {
  readonly provider: { readonly timeout: number };
  readonly functions: Readonly<
    Record<
      FunctionName,
      { readonly timeout?: number; readonly events: readonly { sqs: { batchSize: number } }[] }
    >
  >;
};
type Queue = {
  readonly Properties: {
    readonly VisibilityTimeout: number;
    readonly RedrivePolicy: { readonly maxReceiveCount: number };
  };
};
type Resources = { readonly Resources: Readonly<Record<string, Queue>> };

const read = (file: string): unknown =>
  parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'), { logLevel: 'silent' });
const stack = read('serverless.yml') as Stack;
const queueOf = (file: string, name: string): Queue['Properties'] => {
  const queue = (read(`infra/${file}`) as Resources).Resources[name];
  if (queue === undefined) throw new Error(`no ${name} in ${file}`);
  return queue.Properties;
};

const QUEUES: Readonly<Record<FunctionName, readonly [string, string]>> = {
  'judge-object': ['queues.yml', 'ObjectsQueue'],
  'reencrypt-object': ['queues.yml', 'ReencryptQueue'],
  'copy-object': ['copy-queue.yml', 'CopyQueue'],
  'quarantine-object': ['quarantine-queue.yml', 'QuarantineQueue'],
  'close-dead-letter': ['queues.yml', 'ObjectsDlq'],
};

describe('the functions of the simulation', () => {
  it.each(FUNCTION_NAMES)('%s has the times and sizes that it is deployed with', (name) => {
    const { timeout = stack.provider.timeout, events } = stack.functions[name];
    const { VisibilityTimeout } = queueOf(...QUEUES[name]);
    expect(FUNCTIONS[name]).toMatchObject({
      timeout: timeout * 1_000,
      visibility: VisibilityTimeout * 1_000,
      batch: events[0]?.sqs.batchSize,
    });
  });

  it.each(FUNCTION_NAMES.filter((name) => name !== 'close-dead-letter'))(
    'the queue of %s gives up as often as it is deployed to',
    (name) => {
      expect(queueOf(...QUEUES[name]).RedrivePolicy.maxReceiveCount).toBe(MOST_RECEIVES);
    },
  );
});
