/** The few parts of osls 4.3 that the plugin touches. osls ships no types for plugins. */
export type Serverless = {
  readonly serviceDir: string;
  readonly processedInput?: { readonly options: Readonly<Record<string, unknown>> };
  readonly classes: { readonly Error: new (message: string, code?: string) => Error };
  readonly service: {
    readonly custom: { readonly sealward: { readonly policy: string; readonly account: string } };
    readonly provider: { readonly coreCloudFormationTemplate?: { Parameters?: unknown } };
    readonly resources?: { readonly Parameters?: unknown };
    readonly getAllFunctions: () => string[];
  };
  readonly getProvider: (name: 'aws') => { readonly getRegion: () => string };
};

/** What a variable source is handed: https://github.com/oss-serverless/osls/blob/main/docs/guides/plugins/custom-variables.md */
export type VariableRequest = {
  readonly address: string | null;
  readonly resolveConfigurationProperty: (path: readonly string[]) => Promise<unknown>;
};

export type Plugin = {
  readonly configurationVariablesSources: Readonly<
    Record<string, { readonly resolve: (request: VariableRequest) => Promise<{ value: unknown }> }>
  >;
  readonly hooks: Readonly<Record<string, () => Promise<void> | void>>;
};
