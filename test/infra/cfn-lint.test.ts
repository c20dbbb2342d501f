import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkout } from '../../local/stand-in/checkout.ts';
import { findPython } from '../../local/stand-in/find-python.ts';
import { type PythonTool, pythonTool } from '../../local/stand-in/python-tool.ts';
import { runProcess } from '../../local/stand-in/run-process.ts';
import { packageStack, readTemplate, type StackFolder } from './package-stack.ts';
import { optedIn } from './packaged-stack.ts';

const python = await findPython(process.env);
if (python === undefined) {
  console.warn('SKIPPED: cfn-lint was not run, there is no Python >= 3.10 with venv and pip');
}

// osls writes these; nothing in serverless.yml or infra/ could change them.
const FROM_OSLS = {
  W3005: 'the role is in DependsOn as well as referred to',
};

(python === undefined ? describe.skip : describe)('the template', () => {
  let folders: readonly StackFolder[];
  let tool: PythonTool;

  beforeAll(async () => {
    [tool, ...folders] = await Promise.all([
      pythonTool({ requirements: join(checkout, 'local', 'requirements-lint.txt') }),
      packageStack(),
      packageStack({ params: optedIn }),
    ]);
    for (const folder of folders) await readTemplate(folder); // says why, if packaging failed
  }, 240_000);
  afterAll(async () => {
    for (const { dir } of folders) await rm(dir, { recursive: true, force: true });
  });

  it.each([
    ['with nothing opted in', 0],
    ['with everything opted in', 1],
  ])(
    'pleases cfn-lint %s',
    async (_title, index) => {
      const { dir = '' } = folders[index] ?? {};
      const template = join(dir, '.serverless', 'cloudformation-template-update-stack.json');
      const { code, stdout, stderr } = await runProcess(join(tool.bin, 'cfn-lint'), [
        '--template',
        template,
        '--ignore-checks',
        ...Object.keys(FROM_OSLS),
      ]);
      expect([code, stdout, stderr]).toEqual([0, '', '']);
    },
    120_000,
  );
});
