import type { AwsOptions, CliAws, CliDoor } from '../runtime/wire-cli.ts';
import { describeAwsProblem } from './describe-aws-problem.ts';

/** AWS, or one line that says why not. */
export const connect = async (
  door: CliDoor,
  { region, account, maxConcurrency }: AwsOptions,
): Promise<CliAws> => {
  const aws = await door.connectAws({
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
    ...(maxConcurrency !== undefined && { maxConcurrency }),
  });
  if (aws.kind === 'aws') return aws;
  throw describeAwsProblem(aws, region === undefined ? {} : { region });
};
