import { delimiter, join } from 'node:path';
import { binDir } from './checkout.ts';

export type MinistackEnvOptions = {
  readonly frontUrl: string;
  readonly account: string;
  readonly region: string;
  readonly runDir: string;
  readonly path: string; // PATH of this process
};

/**
 * All that MiniStack gets to see, and with it every Lambda worker: it hands its own environment on to
 * them. Nothing of ours leaks in, no profile and no real credentials.
 */
export const ministackEnv = (options: MinistackEnvOptions): Record<string, string> => {
  const { frontUrl, account, region, runDir, path } = options;
  const front = new URL(frontUrl);
  return {
    PATH: [binDir, path].join(delimiter), // it runs `node` whatever the function's runtime says
    HOME: runDir,
    TMPDIR: join(runDir, 'tmp'),
    // the address that it hands out: queue URLs lead to the front
    MINISTACK_HOST: front.hostname,
    GATEWAY_PORT: front.port,
    MINISTACK_ACCOUNT_ID: account,
    MINISTACK_REGION: region,
    BIND_HOST: '127.0.0.1',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    LOG_LEVEL: 'WARNING',
    DOCKER_HOST: `unix://${join(runDir, 'no-docker.sock')}`,
    // what Lambda workers inherit
    AWS_ENDPOINT_URL: frontUrl,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x', // shows in the user agent, as on AWS
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    PYTHONDONTWRITEBYTECODE: '1',
  };
};
