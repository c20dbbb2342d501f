/** What serverless.yml hands to the plugin under `custom`. */
export type Settings = {
  readonly policy: string;
  readonly account: string;
  readonly copyBuckets: string | number; // YAML takes a name of digits for a number
  readonly quarantineBuckets: string | number;
  readonly largestCopyBytes: string | number;
  readonly copyPartBytes: string | number;
  readonly breakerOrdersPerHour: string | number;
  readonly releasePrincipals: string;
};

type Tree = Readonly<Record<string, unknown>>;

export type Service = {
  readonly custom: { readonly sealward: Settings };
  readonly provider: {
    environment?: Tree;
    readonly coreCloudFormationTemplate?: { Parameters?: unknown };
  };
  functions: Tree;
  readonly resources?: {
    readonly Parameters?: unknown;
    readonly Resources?: Tree;
    readonly Outputs?: Tree;
    readonly extensions?: Tree;
  };
  readonly getAllFunctions: () => string[];
};

/** The few parts of osls 4.3 that the plugin touches. osls ships no types for plugins. */
export type Serverless = {
  readonly serviceDir: string;
  readonly processedInput?: { readonly options: Readonly<Record<string, unknown>> };
  readonly classes: { readonly Error: new (message: string, code?: string) => Error };
  readonly service: Service;
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
