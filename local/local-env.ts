import { delimiter } from 'node:path';
import { binDir } from './stand-in/checkout.ts';

export type LocalEnvOptions = {
  readonly url: string;
  readonly account: string;
  readonly region: string;
  readonly home: string; // instead of the user's: no profile, no cache, no file outside the checkout
};

const KEPT = ['LANG', 'LC_ALL', 'TERM', 'NO_COLOR', 'FORCE_COLOR', 'CI', 'COLUMNS', 'SystemRoot'];

/**
 * The environment of every program that talks to the local AWS. It is made anew, so that no profile, proxy or real
 * credential of the user's can lead a call anywhere else.
 */
export const localEnv = (
  { url, account, region, home }: LocalEnvOptions,
  from: NodeJS.ProcessEnv,
): Record<string, string> => ({
  ...Object.fromEntries(
    KEPT.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])),
  ),
  PATH: [binDir, from['PATH'] ?? ''].join(delimiter),
  HOME: home,
  TMPDIR: home,
  AWS_ENDPOINT_URL: url,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: account, // the front reads the account from it
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_EC2_METADATA_DISABLED: 'true',
});
