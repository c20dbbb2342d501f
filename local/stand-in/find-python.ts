import { LocalError } from './local-error.ts';
import { runProcess } from './run-process.ts';

export type Python = { readonly command: string; readonly version: string };

export const OLDEST_PYTHON = [3, 10] as const;

/** In the order in which they are asked; SEALWARD_PYTHON, where it is set, is the only one. */
export const pythonCandidates = (env: NodeJS.ProcessEnv): readonly string[] =>
  env['SEALWARD_PYTHON'] === undefined || env['SEALWARD_PYTHON'] === ''
    ? ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10']
    : [env['SEALWARD_PYTHON']];

// Debian packages venv's other half, ensurepip, apart: a Python without it cannot make an environment.
const QUESTION = 'import sys, venv, ensurepip; print("%d.%d.%d" % sys.version_info[:3])';

export const isOldEnough = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_PYTHON[0] || (major === OLDEST_PYTHON[0] && minor >= OLDEST_PYTHON[1]);
};

/** The first Python that is new enough and can make virtual environments; otherwise undefined. */
export const findPython = async (env: NodeJS.ProcessEnv): Promise<Python | undefined> => {
  for (const command of pythonCandidates(env)) {
    const { code, stdout } = await runProcess(command, ['-c', QUESTION], { env });
    const version = stdout.trim();
    if (code === 0 && isOldEnough(version)) return { command, version };
  }
  return undefined;
};

/** As findPython, for those who cannot go on without it. */
export const requirePython = async (env: NodeJS.ProcessEnv): Promise<Python> => {
  const python = await findPython(env);
  if (python !== undefined) return python;
  throw new LocalError(
    `no python >= ${OLDEST_PYTHON.join('.')} with venv and pip was found (asked ${pythonCandidates(
      env,
    )
      .map((name) => `\`${name}\``)
      .join(', ')}): install one, or name it in \`SEALWARD_PYTHON\``,
  );
};
