import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkout, localDir } from '../../../local/stand-in/checkout.ts';

/** A tiny checkout below .local/, with our installed packages and just these files. */
export const sampleCheckout = async (files: Readonly<Record<string, string>>): Promise<string> => {
  await mkdir(localDir, { recursive: true });
  const root = await mkdtemp(join(localDir, 'test-checkout-'));
  await symlink(join(checkout, 'node_modules'), join(root, 'node_modules'));
  await writeFile(join(root, 'package.json'), '{ "type": "module" }');
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), contents);
  }
  return root;
};
