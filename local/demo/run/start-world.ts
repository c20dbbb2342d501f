import { quoteText } from '../../../core/show-text.ts';
import { deployStack } from '../../deploy-stack.ts';
import { startLocalAws } from '../../start-local-aws.ts';
import { requirePython } from '../../stand-in/find-python.ts';
import { createFaults } from '../../front/faults/create-faults.ts';
import { seasonFor } from '../../front/faults/create-weather.ts';
import { faultPlan } from '../../front/faults/fault-plan.ts';
import { LocalError } from '../../stand-in/local-error.ts';
import { pythonTool } from '../../stand-in/python-tool.ts';
import { requirements } from '../../stand-in/start-stand-in.ts';
import { BUCKETS } from '../stage/bucket-list.ts';
import { createBuckets, guardSome } from '../stage/buckets.ts';
import { STACK_PARAMS } from '../stage/params.ts';
import { sayFaults } from '../show/show-faults.ts';
import { REDELIVERY_MS, shortenVisibility } from '../world/shorten-visibility.ts';
import { createDeployedWorld, prepare } from '../world/deployed-world.ts';
import { startInProcessWorld } from '../world/in-process-world.ts';
import type { World } from '../world/world.ts';
import type { Step } from './create-step.ts';

export type StartOptions = {
  readonly port?: number;
  readonly faults?: number; // seed
  readonly step: Step;
};

/** Why the stack cannot run here, for people; undefined: it can. Installs what it needs, once. */
export const whyNoStack = async (env: NodeJS.ProcessEnv): Promise<string | undefined> => {
  try {
    await requirePython(env); // also where it is installed already: it runs on it
    await pythonTool({ requirements, env });
    return undefined;
  } catch (error) {
    if (error instanceof LocalError) return error.message;
    throw error;
  }
};

const makeBuckets = async (world: World, step: Step): Promise<World> => {
  try {
    await step(
      'making buckets',
      async () => createBuckets(world),
      () => `${BUCKETS.length} buckets, 4 keys, the policy at ${quoteText(world.policyFile)}`,
    );
    return await step(
      'guarding buckets',
      async () => guardSome(world).then(() => world),
      () =>
        'the statement that `sealward guard` prints, in the policy of each bucket where objects are isolated',
    );
  } catch (error) {
    await world.stop();
    throw error;
  }
};

/** The stack that would go to AWS, deployed by the command that would deploy it there. */
export const startDeployed = async ({ port, faults: seed, step }: StartOptions): Promise<World> => {
  const faults =
    seed === undefined ? undefined : createFaults(faultPlan(seed), seasonFor(REDELIVERY_MS));
  const aws = await step(
    'starting the local AWS',
    async () =>
      startLocalAws({
        ...(port !== undefined && { port }),
        ...(faults !== undefined && { faults }),
      }),
    ({ url, standIn }) => `S3 and KMS of our own at ${url}, MiniStack ${standIn.version} behind`,
  );
  try {
    const prepared = await prepare(aws);
    const stack = await step(
      'deploying with `osls deploy`',
      async () =>
        deployStack({
          aws,
          stage: 'demo',
          params: STACK_PARAMS,
          policyFile: prepared.policyFile,
        }),
      ({ stackName }) => `stack ${quoteText(stackName)}, built and deployed by \`osls deploy\``,
    );
    if (faults === undefined)
      return await makeBuckets(createDeployedWorld(aws, prepared, stack), step);
    await step(
      'preparing faults',
      async () => shortenVisibility(aws, stack),
      () => sayFaults(faults),
    );
    return await makeBuckets(createDeployedWorld(aws, prepared, stack, faults), step);
  } catch (error) {
    await aws.stop();
    throw error;
  }
};

export const startInProcess = async ({ port, faults, step }: StartOptions): Promise<World> => {
  const world = await step(
    'starting',
    async () =>
      startInProcessWorld({
        ...(port !== undefined && { port }),
        ...(faults !== undefined && { faults }),
      }),
    ({ url, faults: dealt }) =>
      `S3 and KMS of our own at ${url}, the use cases in this process${dealt === undefined ? '' : `; ${sayFaults(dealt)}`}`,
  );
  return makeBuckets(world, step);
};
