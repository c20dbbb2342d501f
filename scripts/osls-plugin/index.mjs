import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The checkout whose sources are packaged. Node resolves links, so a linked plugin finds its real place by itself;
// a copied one is told by SEALWARD_ROOT.
const root = process.env.SEALWARD_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * osls loads plugins as JavaScript, as a default export, and calls it with `new`: this file does what osls asks and
 * leaves the rest to create-plugin.ts.
 */
export default function SealwardPlugin(serverless) {
  if (!process.features.typescript) {
    throw new serverless.classes.Error(
      `osls runs on Node ${process.versions.node}, which cannot read the sources: start it as \`npm run\` or \`npx osls\``,
    );
  }
  // Not an import: that would fail with a puzzle, before the check above, on a Node that does not strip types.
  const { createPlugin } = createRequire(join(root, 'package.json'))(
    './scripts/osls-plugin/create-plugin.ts',
  );
  return createPlugin(serverless, root);
}
