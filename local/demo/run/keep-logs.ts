import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { checkout, localDir } from '../../stand-in/checkout.ts';
import type { World } from '../world/world.ts';

/** Writes what there is to look at when something went wrong. Answers the folder, for people. */
export const keepLogs = async (world: World, problems: readonly string[]): Promise<string> => {
  const folder = join(localDir, `demo-logs-${process.pid}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'problems.txt'), `${problems.join('\n')}\n`);
  const lines = (await world.readLedger()).map((record) => JSON.stringify(record));
  await writeFile(join(folder, 'ledger.jsonl'), `${lines.join('\n')}\n`);
  await world.saveLogs(folder);
  return relative(checkout, folder);
};
