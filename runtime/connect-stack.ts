import { createReadCallerAccount } from '../aws/caller-account.ts';
import { createCliClients } from '../aws/cli-clients.ts';
import { createReadStackOutputs, type StackReading } from '../aws/read-stack-outputs.ts';
import { createStackClients } from '../aws/stack-clients.ts';
import { toAwsProblem } from '../aws/to-aws-problem.ts';
import type { AwsProblem } from '../core/aws-problem.ts';
import type { Environment } from './environment.ts';
import { findCaller } from './find-caller.ts';
import { hasEndpoint } from './has-endpoint.ts';
import { stackPorts } from './stack-ports.ts';

export type StackOptions = { readonly stack: string; readonly region?: string };

/** A deployed stack, with the credentials of whoever runs the command. */
export type CliStack = ReturnType<typeof stackPorts> & {
  readonly kind: 'stack';
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly outputs: Readonly<Record<string, string>>;
};

export type NoStack = Extract<StackReading, { kind: 'no-such-stack' }> & {
  readonly region: string;
  readonly account: string;
};

// what a stack does unless its deployer says otherwise: a copy that one has begun the other can finish
const SIZES = { largestCopy: 5 * 1024 ** 3, partBytes: 256 * 1024 ** 2 };
const LONGEST_CALL = 900_000; // milliseconds: one CopyObject of 5 GiB, and no sign of life before its end
const MOST_CALLS = 32; // at the same time

/** Finds the caller and the stack. Whatever is missing is an answer, not an exception. */
export const connectStack = async (
  { stack, region: asked }: StackOptions,
  env: Environment,
  pause: (milliseconds: number) => Promise<void>,
): Promise<CliStack | NoStack | AwsProblem> => {
  const settings = {
    ...(asked !== undefined && { region: asked }),
    maxSockets: MOST_CALLS,
    pathStyle: hasEndpoint(env),
  };
  const { s3, kms, sts } = createCliClients({ ...settings, longestCall: LONGEST_CALL });
  const { cloudFormation, dynamoDb, firehose } = createStackClients(settings);
  const where = await findCaller(async () => sts.config.region(), createReadCallerAccount(sts));
  if (where.kind === 'aws-problem') return where;
  const { account, region } = where;
  try {
    const reading = await createReadStackOutputs(cloudFormation)(stack);
    if (reading.kind === 'no-such-stack') return { ...reading, account, region };
    const { outputs } = reading;
    const ports = stackPorts({ s3, kms, sts, dynamoDb, firehose }, where, SIZES, pause);
    return { ...ports, kind: 'stack', name: stack, account, region, outputs };
  } catch (error) {
    const problem = toAwsProblem(error);
    if (problem === undefined) throw error;
    return problem;
  }
};
