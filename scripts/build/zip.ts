import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { BundleFile } from './bundle.ts';

// Lambda, and osls deciding whether anything changed, compare hashes: dates and modes must not differ between builds.
const sealed = {
  mtime: new Date(2020, 0, 1), // local time, which is what the archive's DOS date holds
  forceDosTimestamp: true,
  mode: 0o100644,
};

/** A zip archive of the files, in the order given. */
export const zip = async (files: readonly BundleFile[]): Promise<Buffer> => {
  const archive = new yazl.ZipFile();
  for (const { name, contents } of files) archive.addBuffer(contents, name, sealed);
  archive.end();
  return buffer(archive.outputStream);
};
