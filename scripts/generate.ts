import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedFiles } from './generate/generated-files.ts';
import { isFresh } from './generate/is-fresh.ts';

// `npm run generate` writes the files that are made from code; `-- --check` only says which are out of date.

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');

for (const { path, render } of generatedFiles) {
  const current = await readFile(join(root, path), 'utf8').catch(() => '');
  const fresh = render(current);
  if (isFresh(path, current, fresh)) {
    continue;
  }
  if (check) {
    process.stderr.write(`${path} is out of date, run \`npm run generate\`\n`);
    process.exitCode = 1;
  } else {
    await writeFile(join(root, path), fresh);
    process.stdout.write(`${path}\n`);
  }
}
