import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { clientConfig } from '../../front/client-config.ts';

export type Where = { readonly account: string; readonly region: string };

/** `ours` is the S3 client of the functions, which tell of themselves what Lambda makes the SDK tell. */
export const createInProcessClients = (url: string, { account, region }: Where) => {
  const config = clientConfig(url, account, region);
  return {
    s3: new S3Client(config),
    ours: new S3Client({ ...config, customUserAgent: [['exec-env', 'AWS_Lambda_in_process']] }),
    kms: new KMSClient(config),
    dynamoDb: new DynamoDBClient(config),
  };
};

export type InProcessClients = ReturnType<typeof createInProcessClients>;
