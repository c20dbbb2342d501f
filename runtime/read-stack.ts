import type { CliClientSettings } from '../aws/cli-clients.ts';
import { createReadStackOutputs, type StackReading } from '../aws/read-stack-outputs.ts';
import { createStackClients } from '../aws/stack-clients.ts';

/** The outputs of one stack. In a file of its own, so that only who asks for a stack loads the clients for it. */
export const readStack = async (
  settings: CliClientSettings,
  stack: string,
): Promise<StackReading> =>
  createReadStackOutputs(createStackClients(settings).cloudFormation)(stack);
