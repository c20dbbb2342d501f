import { dirname, join } from 'node:path';
import { checkout } from '../../stand-in/checkout.ts';
import { type Finished, runProcess } from '../../stand-in/run-process.ts';

/** The `sealward` command as people run it, in a process of its own, on the local AWS, where their policy lies. */
export const createRunSealward =
  (env: Readonly<Record<string, string>>, policyFile: string) =>
  async (args: readonly string[]): Promise<Finished> =>
    runProcess(process.execPath, [join(checkout, 'cli', 'main.ts'), ...args], {
      env,
      cwd: dirname(policyFile),
    });
