import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A function's code package with one file of this folder. */
export const zipOf = async (name: string): Promise<Buffer> => {
  const zip = new ZipFile();
  zip.addFile(join(import.meta.dirname, name), name);
  zip.end();
  return buffer(zip.outputStream);
};
