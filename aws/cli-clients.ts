import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';

export type CliClientSettings = {
  readonly region?: string; // else the SDK's own chain: AWS_REGION, then the profile
  readonly maxSockets: number;
  readonly pathStyle: boolean; // for endpoints that are no AWS host names
  readonly longestCall?: number; // milliseconds that a call may take: S3 says nothing for as long as it copies
};

/** How every client of the command line behaves. */
export const cliClientConfig = ({ region, maxSockets, longestCall }: CliClientSettings) => ({
  ...(region !== undefined && { region }),
  maxAttempts: 5,
  requestHandler: {
    connectionTimeout: 5_000, // milliseconds
    requestTimeout: longestCall ?? 15_000,
    throwOnRequestTimeout: true, // without it the SDK only warns
    httpAgent: { keepAlive: true, maxSockets },
    httpsAgent: { keepAlive: true, maxSockets },
  },
});

/** The command line's clients, with the SDK's whole credential chain. */
export const createCliClients = (settings: CliClientSettings) => {
  const shared = cliClientConfig(settings);
  return {
    s3: new S3Client({ ...shared, forcePathStyle: settings.pathStyle }),
    kms: new KMSClient(shared),
    sts: new STSClient(shared),
  };
};
