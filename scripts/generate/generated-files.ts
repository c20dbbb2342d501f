import { policyJsonSchema } from '../../core/policy/policy-json-schema.ts';
import { renderCost } from '../../bench/cost/render-cost.ts';
import { renderCliDocs } from './render-cli-docs.ts';
import { renderPolicyDocs } from './render-policy-docs.ts';

/** A committed file, all or part of which is made from the code. */
export type GeneratedFile = {
  readonly path: string; // from the root of the repository
  readonly render: (current: string) => string;
};

export const generatedFiles: readonly GeneratedFile[] = [
  {
    path: 'docs/policy-schema.json',
    render: () => `${JSON.stringify(policyJsonSchema(), undefined, 2)}\n`,
  },
  { path: 'docs/policy.md', render: renderPolicyDocs },
  { path: 'docs/cli.md', render: renderCliDocs },
  { path: 'docs/cost.md', render: renderCost },
];
