import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { FirehoseClient } from '@aws-sdk/client-firehose';
import { cliClientConfig, type CliClientSettings } from './cli-clients.ts';

/** What only the commands about a deployed stack need: loading them would slow down all others. */
export const createStackClients = (settings: CliClientSettings) => {
  const shared = cliClientConfig(settings);
  return {
    cloudFormation: new CloudFormationClient(shared),
    dynamoDb: new DynamoDBClient(shared),
    firehose: new FirehoseClient(shared),
  };
};
