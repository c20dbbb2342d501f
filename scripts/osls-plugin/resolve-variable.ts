import { resolve } from 'node:path';
import type { CompileFor } from '../../core/policy/resolve-keys.ts';
import { BuildError } from '../build/build-error.ts';
import { compilePolicyFile } from '../build/compile-policy-file.ts';
import { chosenOrNothing } from './chosen.ts';
import { chosenValues } from './chosen-values.ts';
import { keyArns } from './key-arns.ts';
import type { Serverless, Settings, VariableRequest } from './serverless.ts';

// An account is needed only where the lock pins aliases of several.
export const compileFor = (region: unknown, account: unknown): CompileFor => ({
  region: String(region),
  ...(account !== '' && { account: String(account) }),
});

const isOneOf = <Values extends object>(
  values: Values,
  name: string | null,
): name is keyof Values & string => name !== null && Object.hasOwn(values, name);

const known = [...Object.keys(keyArns), ...Object.keys(chosenValues)]
  .map((name) => `\`\${sealward:${name}}\``)
  .join(', ');

/** What `${sealward:…}` stands for in serverless.yml and infra/. */
export const createResolveVariable =
  ({ serviceDir, classes }: Serverless) =>
  async (request: VariableRequest): Promise<{ value: unknown }> => {
    const { address, resolveConfigurationProperty: property } = request;
    const settings = async (): Promise<Settings> =>
      (await property(['custom', 'sealward'])) as Settings;
    if (isOneOf(chosenValues, address)) {
      return { value: chosenValues[address](chosenOrNothing(await settings())) };
    }
    if (!isOneOf(keyArns, address)) {
      throw new classes.Error(
        `unknown variable \`\${sealward:${address}}\`, expected one of ${known}`,
      );
    }
    const { policy, account } = await settings();
    const region = await property(['provider', 'region']);
    const compiling = compilePolicyFile(resolve(serviceDir, policy), compileFor(region, account));
    return {
      // Variables are resolved for every command. A broken policy must not keep anybody from `osls info`, `logs` or
      // `remove`; for those that package, `build` stops with the same error before the value is used.
      value: await compiling.then(keyArns[address], (error: unknown): readonly unknown[] => {
        if (error instanceof BuildError) return [];
        throw error;
      }),
    };
  };
