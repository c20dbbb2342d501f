import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { isNeverCase } from './is-never-case.ts';

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'never', {
    shouldIgnore: (path) =>
      path.isSwitchCase() && isNeverCase(path.node)
        ? 'the compiler proves that nothing comes here'
        : undefined,
  }),
];
