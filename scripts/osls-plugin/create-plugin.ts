import { join, resolve } from 'node:path';
import { BuildError } from '../build/build-error.ts';
import { buildFunctions } from '../build/build-functions.ts';
import { compilePolicyFile } from '../build/compile-policy-file.ts';
import { chosenOrNothing, readChosen } from './chosen.ts';
import { decideConditions } from './decide-conditions.ts';
import { compileFor, createResolveVariable } from './resolve-variable.ts';
import type { Plugin, Serverless } from './serverless.ts';

/**
 * Compiles the policy and builds every bundle anew before osls packages anything, be it for `package`, `deploy` or
 * `deploy function`. It is part of serverless.yml, so nobody has to remember it and nothing stale can be shipped.
 */
export const createPlugin = (serverless: Serverless, root: string): Plugin => {
  const orFail = async <T>(work: () => Promise<T>): Promise<T> =>
    work().catch((error: unknown) => {
      // osls prints its own errors as they are, and everything else with a stack trace and a request to report a bug
      if (error instanceof BuildError)
        throw new serverless.classes.Error(error.message, 'SEALWARD');
      throw error;
    });

  const build = async (): Promise<void> =>
    orFail(async () => {
      const { service, serviceDir } = serverless;
      const { policy: path, account } = service.custom.sealward;
      readChosen(service.custom.sealward); // for its complaints
      const region = serverless.getProvider('aws').getRegion();
      const policy = await compilePolicyFile(
        resolve(serviceDir, path),
        compileFor(region, account),
      );
      const outDir = join(serviceDir, 'dist', 'functions');
      await buildFunctions({ root, outDir, names: service.getAllFunctions(), policy });
    });

  // Runs for every command, after variables are resolved and before anything looks at the functions.
  const decide = (): void => {
    const { service } = serverless;
    decideConditions(service, chosenOrNothing(service.custom.sealward));
  };

  // osls first makes a stack that holds the deployment bucket alone, and hands it the stack's parameters;
  // CloudFormation refuses parameters that a template does not declare.
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
  const declareParameters = (): void => {
    const { provider, resources } = serverless.service;
    if (provider.coreCloudFormationTemplate !== undefined) {
      provider.coreCloudFormationTemplate.Parameters = resources?.Parameters;
    }
  };

  // `osls deploy --package DIR` ships what somebody packaged once, without any of the above.
  const refusePackage = (): void => {
    if (serverless.processedInput?.options['package'] !== undefined) {
      throw new serverless.classes.Error(
        '`--package` would deploy code and policy that were not built now: leave it out',
      );
    }
  };

  return {
    configurationVariablesSources: { sealward: { resolve: createResolveVariable(serverless) } },
    hooks: {
      initialize: decide,
      'before:package:cleanup': build,
      'before:package:function:package': build,
      'after:package:initialize': declareParameters,
      'before:deploy:deploy': refusePackage,
    },
  };
};
