import { readdir } from 'node:fs/promises';
import type { Defect } from './defect.ts';

const FOLDER = new URL('defects/', import.meta.url);

/** Names of the files, without their ending, in their order. */
export const defectIds = async (): Promise<readonly string[]> =>
  (await readdir(FOLDER))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .toSorted();

export const loadDefect = async (id: string): Promise<Defect> => {
  const { defect } = (await import(new URL(`${id}.ts`, FOLDER).href)) as { defect: Defect };
  return defect;
};

/** All of them, or those that are named. */
export const loadDefects = async (only: readonly string[]): Promise<readonly Defect[]> => {
  const ids = await defectIds();
  const unknown = only.filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    throw new Error(`no such defect: \`${unknown.join('`, `')}\`, see test/mutants/defects/`);
  }
  return Promise.all((only.length === 0 ? ids : only).map(loadDefect));
};
