import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createPlugin } from '../../../scripts/osls-plugin/create-plugin.ts';
import type {
  Plugin,
  Serverless,
  Service,
  Settings,
} from '../../../scripts/osls-plugin/serverless.ts';
import { reEncryptingPolicy, sourceKey, targetKey } from '../../infra/sample-policy.ts';
import { sampleCheckout } from '../build/sample-checkout.ts';
import { SETTINGS } from './settings.ts';

class OslsError extends Error {}

let root = '';
let core: { Parameters?: unknown } = {};
let service: Service;

beforeEach(async () => {
  core = {};
  root = await sampleCheckout({
    'functions/judge-object.ts': 'export const handler = async (): Promise<void> => {};\n',
    'sealward.policy.yaml': reEncryptingPolicy,
  });
});
afterEach(async () => rm(root, { recursive: true, force: true }));

// osls itself, as far as the plugin knows it. The real one is run in osls-package.test.ts.
const plugin = (
  options: Readonly<Record<string, unknown>> = {},
  given: Partial<Settings> = {},
): Plugin => {
  service = {
    custom: { sealward: { ...SETTINGS, ...given } },
    provider: { coreCloudFormationTemplate: core },
    functions: { 'judge-object': {}, 'copy-object': { condition: 'Copies' } },
    resources: { Parameters: { Mode: { Type: 'String' } } },
    getAllFunctions: () => ['judge-object'],
  };
  const serverless: Serverless = {
    processedInput: { options },
    serviceDir: root,
    classes: { Error: OslsError },
    service,
    getProvider: () => ({ getRegion: () => 'eu-west-1' }),
  };
  return createPlugin(serverless, root);
};

const run = async (hook: string, given: Partial<Settings> = {}): Promise<void> =>
  plugin({}, given).hooks[hook]?.();

const resolve = async (address: string | null, given: Partial<Settings> = {}): Promise<unknown> => {
  const values = { sealward: { ...SETTINGS, ...given }, region: 'eu-west-1' };
  const source = plugin().configurationVariablesSources['sealward'];
  const resolved = await source?.resolve({
    address,
    resolveConfigurationProperty: async (path) => values[path.at(-1) as keyof typeof values],
  });
  return resolved?.value;
};

describe('the plugin', () => {
  // `osls deploy` runs `package`; `osls deploy function` runs `package:function`.
  it.each(['before:package:cleanup', 'before:package:function:package'])(
    'builds anew at `%s`',
    async (hook) => {
      await mkdir(join(root, 'dist', 'functions'), { recursive: true });
      await writeFile(join(root, 'dist', 'functions', 'stale.zip'), '');
      await run(hook);
      expect(await readdir(join(root, 'dist', 'functions'))).toEqual([
        'judge-object.meta.json',
        'judge-object.zip',
      ]);
    },
  );

  it('builds nothing from a policy with a mistake, and stops with an error that osls shows as it is', async () => {
    await writeFile(join(root, 'sealward.policy.yaml'), 'version: 1\nmode: obsrve\n');
    await expect(run('before:package:cleanup')).rejects.toThrow(OslsError);
    await expect(run('before:package:cleanup')).rejects.toThrow(/sealward\.policy\.yaml:2:7: /);
    await expect(access(join(root, 'dist'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('builds nothing where a param cannot be', async () => {
    const given = { copyBuckets: 'arn:aws:s3:::payroll' };
    await expect(run('before:package:cleanup', given)).rejects.toThrow(OslsError);
    await expect(access(join(root, 'dist'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('takes out what was not chosen before any command looks at the functions', async () => {
    await run('initialize');
    expect(Object.keys(service.functions)).toEqual(['judge-object']);
    await run('initialize', { copyBuckets: 'payroll' });
    expect(service.functions).toEqual({ 'judge-object': {}, 'copy-object': {} });
  });

  it('hinders no command that packages nothing when a param cannot be', async () => {
    await run('initialize', { copyBuckets: 'arn:aws:s3:::payroll' });
    expect(Object.keys(service.functions)).toEqual(['judge-object']);
  });

  it('refuses to deploy what was packaged before: nothing would have built it now', () => {
    const deploy = (options: object) => plugin({ ...options }).hooks['before:deploy:deploy'];
    expect(deploy({ package: 'old' })).toThrow(/`--package` would deploy code and policy/);
    expect(deploy({})).not.toThrow();
  });

  it('declares the parameters in the template of the first step', async () => {
    await run('after:package:initialize');
    expect(core).toEqual({ Parameters: { Mode: { Type: 'String' } } });
  });
});

describe('its variables', () => {
  it.each([
    ['targetKeyArns', targetKey],
    ['sourceKeyArns', sourceKey],
  ])('name the keys of the policy as `%s`', async (name, arn) => {
    expect(await resolve(name)).toEqual([arn]);
  });

  it('name no real key where the policy names none', async () => {
    await writeFile(join(root, 'sealward.policy.yaml'), 'version: 1\nmode: observe\n');
    const none = [
      { 'Fn::Sub': 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/none' },
    ];
    expect([await resolve('targetKeyArns'), await resolve('sourceKeyArns')]).toEqual([none, none]);
  });

  it('hinder no command that packages nothing when the policy has a mistake', async () => {
    await writeFile(join(root, 'sealward.policy.yaml'), 'version: 1\nmode: obsrve\n');
    expect(await resolve('targetKeyArns')).toEqual([]);
  });

  it('say what was chosen, as the template needs it', async () => {
    const given = { copyBuckets: 'payroll-*, archive', releasePrincipals: '' };
    expect(await resolve('copyBuckets', given)).toBe('archive,payroll-*');
    expect(await resolve('copyObjectArns', given)).toEqual([
      { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::archive/*' },
      { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::payroll-*/*' },
    ]);
    expect(await resolve('breakerOrdersPerHour', given)).toBe('10000');
    expect(await resolve('releasePrincipals', given)).toEqual([
      { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' },
    ]);
  });

  it('say nothing where a param cannot be', async () => {
    expect(await resolve('copyBuckets', { copyBuckets: '/' })).toBe('');
  });

  it('are told apart from typing mistakes', async () => {
    await expect(resolve('keys')).rejects.toThrow(
      'unknown variable `${sealward:keys}`, expected one of `${sealward:targetKeyArns}`, ',
    );
  });
});
