import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text that a target does not take as it should. */
export type Finding = { readonly target: string; readonly wrong: string; readonly text: string };

/** Keeps it as JSON, since it may hold halves of characters, and tells where. */
export const saveFinding = (folder: string, finding: Finding): string => {
  const hash = createHash('sha256').update(JSON.stringify(finding.text)).digest('hex');
  const file = join(folder, `${finding.target.replaceAll(' ', '-')}-${hash.slice(0, 12)}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(finding, undefined, 2)}\n`);
  return file;
};

/** Throws where the file holds none. */
export const readFinding = (file: string): Finding => {
  const { target, wrong, text } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Finding>;
  if (typeof target === 'string' && typeof wrong === 'string' && typeof text === 'string') {
    return { target, wrong, text };
  }
  throw new Error(`\`${file}\` holds no finding`);
};
