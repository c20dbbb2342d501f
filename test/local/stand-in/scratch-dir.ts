import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localDir } from '../../../local/stand-in/checkout.ts';

/** A folder inside the checkout that is gone when the work is done. */
export const withScratchDir = async <T>(work: (dir: string) => Promise<T>): Promise<T> => {
  await mkdir(localDir, { recursive: true });
  const dir = await mkdtemp(join(localDir, 'test-'));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};
