import {
  CloudFormationServiceException,
  type CloudFormationClient,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';

export type StackReading =
  | { readonly kind: 'stack'; readonly outputs: Readonly<Record<string, string>> }
  | { readonly kind: 'no-such-stack'; readonly words: string }; // AWS's

/**
 * The outputs of a stack by its name. A stack that is not there answers ValidationError, as a malformed name would,
 * which the command line has refused before.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
 */
export const createReadStackOutputs =
  (cloudFormation: CloudFormationClient) =>
  async (stack: string): Promise<StackReading> => {
    try {
      const { Stacks: [found] = [] } = await cloudFormation.send(
        new DescribeStacksCommand({ StackName: stack }),
      );
      const outputs = (found?.Outputs ?? []).flatMap(({ OutputKey: name, OutputValue: value }) =>
        name === undefined || value === undefined ? [] : [[name, value] as const],
      );
      return { kind: 'stack', outputs: Object.fromEntries(outputs) };
    } catch (error) {
      if (error instanceof CloudFormationServiceException && error.name === 'ValidationError') {
        return { kind: 'no-such-stack', words: error.message };
      }
      throw error;
    }
  };
