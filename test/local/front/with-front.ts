import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { startFront, type Front, type FrontOptions } from '../../../local/front/start-front.ts';
import { clientConfig } from '../../../local/start-local-aws.ts';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';

export type FrontWithClients = {
  readonly front: Front;
  readonly s3: S3Client;
  readonly kms: KMSClient;
};

/** The front alone, with the SDK's own clients: nothing behind it, no Python. */
export const startWithClients = (options: Partial<FrontOptions> = {}): Promise<FrontWithClients> =>
  startFront({ account: ACCOUNT, region: REGION, ...options }).then((front) => {
    const config = { ...clientConfig(front.url, ACCOUNT, REGION), maxAttempts: 1 };
    return { front, s3: new S3Client(config), kms: new KMSClient(config) };
  });

export const stopAll = async ({ front, s3, kms }: FrontWithClients): Promise<void> => {
  s3.destroy();
  kms.destroy();
  await front.stop();
};
