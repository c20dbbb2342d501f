import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clientConfig, type ClientConfig } from './front/client-config.ts';
import type { Faults } from './front/faults/create-faults.ts';
import { startFront, type Front } from './front/start-front.ts';
import { localEnv } from './local-env.ts';
import { createRunDir } from './stand-in/run-dir.ts';
import { startStandIn, type StandIn } from './stand-in/start-stand-in.ts';

export { clientConfig, type ClientConfig };

export type LocalAwsOptions = {
  readonly account?: string;
  readonly region?: string;
  readonly port?: number; // of the front; a free one unless said
  readonly faults?: Faults; // what goes wrong for deployed functions; nothing unless said
};

export type LocalAws = Pick<Front, 'model' | 'onCall' | 'onEvent' | 'deliver' | 'idle'> & {
  readonly url: string;
  readonly account: string;
  readonly region: string;
  readonly env: Readonly<Record<string, string>>; // for programs that shall talk to this AWS
  readonly clientConfig: ClientConfig; // for the SDK's clients
  readonly runDir: string;
  readonly standIn: Pick<StandIn, 'listeners' | 'logTail' | 'pid' | 'version'>;
  readonly stop: () => Promise<void>; // leaves no process, no listener and no file of this run
};

/** AWS on this machine: our S3 and KMS, and MiniStack for the rest. Throws a LocalError that says what to do. */
export const startLocalAws = async (options: LocalAwsOptions = {}): Promise<LocalAws> => {
  const { account = '111122223333', region = 'eu-west-1' } = options;
  const front = await startFront({ ...options, account, region });
  const runDir = await createRunDir();
  const clean = (): Promise<void> => rm(runDir, { recursive: true, force: true });
  let standIn: StandIn;
  try {
    standIn = await startStandIn({ frontUrl: front.url, account, region, runDir });
  } catch (error) {
    await front.stop();
    await clean();
    throw error;
  }
  front.connect(standIn.url);
  const { url, model, onCall, onEvent, deliver, idle } = front;
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await standIn.stop(); // first: its functions still talk to the front
    await front.stop();
    await clean();
  };
  return {
    url,
    account,
    region,
    model,
    onCall,
    onEvent,
    deliver,
    idle,
    runDir,
    standIn,
    env: localEnv({ url, account, region, home: join(runDir, 'tmp') }, process.env),
    clientConfig: clientConfig(url, account, region),
    stop: () => (stopped ??= stop()),
  };
};
