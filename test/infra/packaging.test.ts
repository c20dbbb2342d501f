import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageStack, readState, readTemplate, type StackFolder } from './package-stack.ts';
import { optedIn } from './packaged-stack.ts';
import { resourcesOf, type Template } from './template.ts';

const NAMES = [
  'close-dead-letter',
  'copy-object',
  'judge-object',
  'quarantine-object',
  'reencrypt-object',
];

let folders: readonly [StackFolder, StackFolder];
let templates: readonly [Template, Template];

beforeAll(async () => {
  folders = await Promise.all([
    packageStack({ params: optedIn }),
    packageStack({ params: optedIn }),
  ]);
  templates = await Promise.all([readTemplate(folders[0]), readTemplate(folders[1])]);
}, 60_000);
afterAll(async () => {
  for (const { dir } of folders) await rm(dir, { recursive: true, force: true });
});

// osls names each upload after the time: `serverless/sealward/dev/1795521800462-2026-11-24T12:03:20.462Z/…`
const withoutTime = (template: Template): string =>
  JSON.stringify(template).replace(/\/\d{13}-\d{4}-\d\d-\d\dT[\d:.]+Z\//g, '/<time>/');

describe('packaging twice', () => {
  it('gives the same template', () => {
    expect(withoutTime(templates[0])).toContain('/<time>/judge-object.zip');
    expect(withoutTime(templates[0])).toBe(withoutTime(templates[1]));
  });

  it.each(NAMES)('gives the same bytes of %s', async (name) => {
    const [one, other] = await Promise.all(
      folders.map(async ({ dir }) => readFile(join(dir, 'dist', 'functions', `${name}.zip`))),
    );
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('a bundle', () => {
  it.each(NAMES)('of %s is at most 500 KiB', async (name) => {
    const text = await readFile(
      join(folders[0].dir, 'dist', 'functions', `${name}.meta.json`),
      'utf8',
    );
    const { outputs } = JSON.parse(text) as { outputs: Record<string, { bytes: number }> };
    const bytes = outputs['dist/index.mjs']?.bytes ?? Infinity;
    expect(bytes).toBeLessThanOrEqual(500 * 1024);
  });
});

const camelCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

describe('the parameters', () => {
  it('of osls are those of CloudFormation, with the same defaults', async () => {
    const { stackParameters } = (await readState(folders[0])).service.provider;
    const given = stackParameters.map(({ ParameterKey, ParameterValue }) => [
      ParameterKey,
      ParameterValue,
    ]);
    const declared = Object.entries(templates[0].Parameters ?? {}).map(([name, { Default }]) => [
      name,
      String(Default),
    ]);
    expect(Object.fromEntries(given)).toEqual(Object.fromEntries(declared));
  });

  it('are declared by the template of the first step, which gets them too', async () => {
    const { coreCloudFormationTemplate } = (await readState(folders[0])).service.provider;
    expect(Object.keys(coreCloudFormationTemplate.Resources)).toContain(
      'ServerlessDeploymentBucket',
    );
    expect(coreCloudFormationTemplate.Parameters).toEqual(templates[0].Parameters);
  });

  it('can each be given on the command line', async () => {
    const names = Object.keys(templates[0].Parameters ?? {});
    const config = await readFile(join(folders[0].dir, 'serverless.yml'), 'utf8');
    for (const name of names) {
      expect(config).toContain(
        `{ ParameterKey: ${name}, ParameterValue: '\${param:${camelCase(name)}}' }`,
      );
    }
  });

  it('leave the stack in observe mode unless somebody says otherwise', () => {
    expect(templates[0].Parameters?.['Mode']?.Default).toBe('observe');
    const modes = resourcesOf(templates[0], 'AWS::Lambda::Function').map(
      ([, { Environment }]) => Environment,
    );
    expect(modes).toHaveLength(NAMES.length);
    for (const mode of modes) {
      expect(mode).toMatchObject({ Variables: { SEALWARD_MODE: { Ref: 'Mode' } } });
    }
  });
});
