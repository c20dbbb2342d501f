import { join, resolve } from 'node:path';
import type { CompiledPolicy } from '../../core/policy/compiled-policy.ts';
import type { CompileFor } from '../../core/policy/resolve-keys.ts';
import { BuildError } from '../build/build-error.ts';
import { buildFunctions } from '../build/build-functions.ts';
import { compilePolicyFile } from '../build/compile-policy-file.ts';
import { keyArns } from './key-arns.ts';
import type { Plugin, Serverless, VariableRequest } from './serverless.ts';

// An account is needed only where the lock pins aliases of several.
const compileFor = (region: unknown, account: unknown): CompileFor => ({
  region: String(region),
  ...(account !== '' && { account: String(account) }),
});

/**
 * Compiles the policy and builds every bundle anew before osls packages anything, be it for `package`, `deploy` or
 * `deploy function`. It is part of serverless.yml, so nobody has to remember it and nothing stale can be shipped.
 */
export const createPlugin = (serverless: Serverless, root: string): Plugin => {
  const policyPath = (name: unknown): string => resolve(serverless.serviceDir, String(name));

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
      const region = serverless.getProvider('aws').getRegion();
      const policy = await compilePolicyFile(policyPath(path), compileFor(region, account));
      const outDir = join(serviceDir, 'dist', 'functions');
      await buildFunctions({ root, outDir, names: service.getAllFunctions(), policy });
    });

  const resolveKeyArns = async (request: VariableRequest): Promise<{ value: unknown }> => {
    const { address, resolveConfigurationProperty: property } = request;
    if (address !== 'targetKeyArns' && address !== 'sourceKeyArns') {
      const names = Object.keys(keyArns).map((name) => `\`\${sealward:${name}}\``);
      throw new serverless.classes.Error(
        `unknown variable \`\${sealward:${address}}\`, expected ${names.join(' or ')}`,
      );
    }
    const policy = await compilePolicyFile(
      policyPath(await property(['custom', 'sealward', 'policy'])),
      compileFor(
        await property(['provider', 'region']),
        await property(['custom', 'sealward', 'account']),
      ),
    ).catch((error: unknown): CompiledPolicy | undefined => {
      // Variables are resolved for every command. A broken policy must not keep anybody from `osls info`, `logs` or
      // `remove`; for those that package, `build` stops with the same error before the value is used.
      if (error instanceof BuildError) return undefined;
      throw error;
    });
    return { value: policy === undefined ? [] : keyArns[address](policy) };
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
    configurationVariablesSources: { sealward: { resolve: resolveKeyArns } },
    hooks: {
      'before:package:cleanup': build,
      'before:package:function:package': build,
      'after:package:initialize': declareParameters,
      'before:deploy:deploy': refusePackage,
    },
  };
};
