import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDir } from './checkout.ts';
import { requirePython } from './find-python.ts';
import { LocalError } from './local-error.ts';
import { runProcess } from './run-process.ts';

export type PythonTool = {
  readonly python: string; // the environment's own interpreter
  readonly bin: string; // where its commands are
};

export type PythonToolOptions = {
  readonly requirements: string; // path of a file frozen with hashes
  readonly env?: NodeJS.ProcessEnv;
  readonly into?: string; // parent folder of the environments
};

const layout = (venv: string): PythonTool =>
  process.platform === 'win32'
    ? { python: join(venv, 'Scripts', 'python.exe'), bin: join(venv, 'Scripts') }
    : { python: join(venv, 'bin', 'python'), bin: join(venv, 'bin') };

const lastLine = (text: string): string =>
  text
    .trim()
    .split('\n')
    .findLast((line) => line.trim() !== '')
    ?.trim() ?? 'it said nothing';

/** pip's last `ERROR:` says what went wrong; the lines after it are hints. */
export const pipFailure = (stderr: string): string => {
  const errors = stderr.split('\n').filter((line) => line.startsWith('ERROR:'));
  return (errors.at(-1) ?? lastLine(stderr)).replace(/^ERROR:\s*/, '');
};

/** An environment with exactly these packages; made on first use, then found again by the file's hash. */
export const pythonTool = async ({
  requirements,
  env = process.env,
  into = localDir,
}: PythonToolOptions): Promise<PythonTool> => {
  const hash = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex');
  const venv = join(into, `venv-${hash.slice(0, 12)}`);
  const tool = layout(venv);
  if (existsSync(join(venv, '.complete')) && existsSync(tool.python)) return tool;
  const { command } = await requirePython(env);
  const installer = join(import.meta.dirname, 'install.py');
  const { code, stderr } = await runProcess(command, [installer, venv, requirements], { env });
  if (code === 0) return tool;
  throw new LocalError(
    `\`pip install\` of \`${requirements}\` failed (${pipFailure(stderr)}): check that PyPI can be reached, then run it again`,
  );
};
