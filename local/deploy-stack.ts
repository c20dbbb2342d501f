import { copyFile, mkdir, readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { adoptStack } from './adopt-stack.ts';
import { createAsk, type Json } from './ask.ts';
import { binDir, checkout, localDir } from './stand-in/checkout.ts';
import { LocalError } from './stand-in/local-error.ts';
import { runProcess } from './stand-in/run-process.ts';
import type { LocalAws } from './start-local-aws.ts';

type Target = Pick<LocalAws, 'url' | 'account' | 'region' | 'env' | 'runDir' | 'model'>;

export type DeployOptions = {
  readonly aws: Target;
  readonly stage: string;
  readonly params?: Readonly<Record<string, string>>; // as after `--param`
  readonly policyFile?: string;
  readonly service?: string; // folder with a serverless.yml; the checkout unless said
  readonly onOutput?: (text: string) => void;
};

export type DeployedStack = {
  readonly stackName: string;
  readonly outputs: Readonly<Record<string, string>>;
};

// What serverless.yml names. Links, so that the same files are deployed; only what osls writes is this run's own.
const LINKED = ['infra', 'scripts', 'package.json', 'node_modules', 'sealward.policy.yaml'];

const serviceDir = async ({ aws, stage, service = checkout }: DeployOptions): Promise<string> => {
  const folder = join(aws.runDir, 'service', stage);
  await mkdir(folder, { recursive: true });
  await copyFile(join(service, 'serverless.yml'), join(folder, 'serverless.yml')); // osls takes no link
  for (const name of LINKED)
    await symlink(join(service, name), join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error; // deployed before in this run
    });
  return folder;
};

// osls writes `Error:`, then the reason, then a blank line and what to attach to a bug report.
const reason = (output: string): string =>
  (/^Error:\s+([\s\S]*?)(?:\n\s*\n|$)/m.exec(output)?.[1] ?? output.trim().slice(-500)).replace(
    /\s+/g,
    ' ',
  );

/** The command of a real deployment; the endpoint comes with the environment, and nothing else differs. */
const osls = async (command: 'deploy' | 'remove', options: DeployOptions): Promise<void> => {
  const { aws, stage, params = {}, policyFile, onOutput } = options;
  const cwd = await serviceDir(options);
  const given = policyFile === undefined ? params : { ...params, policy: resolve(policyFile) };
  const { code, stdout, stderr } = await runProcess(
    join(binDir, 'osls'),
    [
      command,
      '--stage',
      stage,
      '--region',
      aws.region,
      ...Object.entries(given).flatMap(([name, value]) => ['--param', `${name}=${value}`]),
    ],
    {
      cwd,
      env: {
        ...aws.env,
        SLS_AWS_MONITORING_FREQUENCY: '200', // ms between two looks at the stack
        SLS_SCHEMA_CACHE_BASE_DIR: localDir, // otherwise the home folder; osls takes two seconds to make it
      },
      ...(onOutput === undefined ? {} : { onOutput }),
    },
  );
  if (code === 0) return;
  throw new LocalError(`\`osls ${command} --stage ${stage}\` failed: ${reason(stderr + stdout)}`);
};

type Output = { readonly OutputKey: string; readonly OutputValue: string };

const outputsOf = async (aws: Target, stackName: string): Promise<Record<string, string>> => {
  const ask = createAsk(aws.url, aws.account, aws.region);
  const { Stacks } = await ask.query('cloudformation', 'DescribeStacks', { StackName: stackName });
  const list: Json | undefined = Stacks?.['member']?.['Outputs']?.['member'];
  const outputs = [list ?? []].flat() as unknown as readonly Output[];
  return Object.fromEntries(outputs.map((one) => [one.OutputKey, one.OutputValue]));
};

export const deployStack = async (options: DeployOptions): Promise<DeployedStack> => {
  await osls('deploy', options);
  const text = await readFile(join(options.service ?? checkout, 'serverless.yml'), 'utf8');
  const stackName = `${(parse(text, { logLevel: 'silent' }) as { service: string }).service}-${options.stage}`;
  await adoptStack(options.aws, stackName);
  return { stackName, outputs: await outputsOf(options.aws, stackName) };
};

export const removeStack = (options: DeployOptions): Promise<void> => osls('remove', options);
