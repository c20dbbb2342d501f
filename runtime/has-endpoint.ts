import type { Environment } from './environment.ts';

/** Whether S3 is somewhere else than at AWS, under a host name that no bucket can stand in front of. */
export const hasEndpoint = (env: Environment): boolean =>
  [env['AWS_ENDPOINT_URL_S3'], env['AWS_ENDPOINT_URL']].some(Boolean);
