import type { Plugin } from 'esbuild';

/**
 * Lambda hands credentials over in the environment, so a handler's bundle carries that one provider instead of the
 * whole chain (SSO, IMDS, INI files, processes, web identity): about 100 KiB and 20 ms of cold start less.
 * Never for the CLI, which needs the chain.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export const envCredentialsOnly: Plugin = {
  name: 'env-credentials-only',
  setup: (build) => {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: 'env', // no path of this machine: it would end up in the source map
      namespace: 'credentials',
      pluginData: resolveDir,
    }));
    build.onLoad({ filter: /.*/, namespace: 'credentials' }, ({ pluginData }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir: String(pluginData),
    }));
  },
};
