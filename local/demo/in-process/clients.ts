import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { clientConfig } from '../../front/client-config.ts';

export type Where = { readonly account: string; readonly region: string };

/** `ours`, `oursKms` and `dynamoDb` are those of the functions, which tell of themselves what Lambda makes the SDK tell. */
export const createInProcessClients = (url: string, { account, region }: Where) => {
  const config = clientConfig(url, account, region);
  const ofFunctions = {
    ...config,
    customUserAgent: [['exec-env', 'AWS_Lambda_in_process']] as [string, string][],
  };
  return {
    s3: new S3Client(config),
    ours: new S3Client(ofFunctions),
    kms: new KMSClient(config),
    oursKms: new KMSClient(ofFunctions),
    dynamoDb: new DynamoDBClient(ofFunctions),
  };
};

export type InProcessClients = ReturnType<typeof createInProcessClients>;
