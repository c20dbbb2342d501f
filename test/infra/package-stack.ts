import { copyFile, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { binDir, checkout, localDir } from '../../local/stand-in/checkout.ts';
import { type Finished, runProcess } from '../../local/stand-in/run-process.ts';
import type { Template } from './template.ts';

export type StackFolder = { readonly dir: string; readonly osls: Finished };

type PackageOptions = {
  readonly policy?: string; // the policy file's text; the one that ships unless given
  readonly root?: string; // another checkout to take the functions from
  readonly params?: Readonly<Record<string, string>>;
};

// Fake credentials: packaging asks nobody, but osls wants some to be there.
const offline = {
  PATH: [binDir, process.env['PATH']].join(delimiter),
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** Runs `osls package` as a deployer would, in a folder of its own that borrows infra/ and scripts/. */
export const packageStack = async ({ policy, root, params = {} }: PackageOptions = {}) => {
  await mkdir(localDir, { recursive: true });
  const dir = await mkdtemp(join(localDir, 'test-stack-'));
  await copyFile(join(checkout, 'serverless.yml'), join(dir, 'serverless.yml'));
  for (const name of ['infra', 'scripts']) await symlink(join(checkout, name), join(dir, name));
  const shipped = await readFile(join(checkout, 'sealward.policy.yaml'), 'utf8');
  await writeFile(join(dir, 'sealward.policy.yaml'), policy ?? shipped);
  return { dir, osls: await runOsls(dir, root, params) };
};

export const runOsls = async (
  dir: string,
  root?: string,
  params: Readonly<Record<string, string>> = {},
): Promise<Finished> =>
  runProcess(
    join(binDir, 'osls'),
    ['package', ...Object.entries(params).map(([name, value]) => `--param=${name}=${value}`)],
    {
      cwd: dir,
      env: {
        ...offline,
        HOME: dir, // nothing is written outside the checkout
        TMPDIR: dir,
        SLS_SCHEMA_CACHE_BASE_DIR: localDir, // worth sharing: it takes osls two seconds to make
        ...(root !== undefined && { SEALWARD_ROOT: root }),
      },
    },
  );

const readJson = async (dir: string, name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(dir, '.serverless', name), 'utf8'));

export const readTemplate = async ({ dir, osls }: StackFolder): Promise<Template> => {
  if (osls.code !== 0) throw new Error(`\`osls package\` failed: ${osls.stdout}${osls.stderr}`);
  return (await readJson(dir, 'cloudformation-template-update-stack.json')) as Template;
};

/** What osls will send to CloudFormation beside the template. */
export const readState = async ({ dir }: StackFolder) =>
  (await readJson(dir, 'serverless-state.json')) as {
    readonly service: {
      readonly provider: {
        readonly coreCloudFormationTemplate: Template;
        readonly stackParameters: readonly { ParameterKey: string; ParameterValue: string }[];
      };
    };
  };
