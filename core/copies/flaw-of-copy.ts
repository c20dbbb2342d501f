import { contradict, wholeChecksum } from './carried.ts';
import type { CopyTask } from './copy-task.ts';
import { isEncryptedAs } from './is-encrypted-as.ts';
import type { ObjectAttributes } from './object-attributes.ts';

/**
 * What is wrong with a copy, or `undefined`. Composite checksums are not held against each other: they differ with
 * the boundaries of the parts too, which nobody can know from outside.
 */
export const flawOfCopy = (
  { attributes, encryption }: Pick<CopyTask, 'attributes' | 'encryption'>,
  copy: Pick<ObjectAttributes, 'size' | 'encryption' | 'checksum'>,
): string | undefined => {
  if (copy.size !== attributes.size) {
    return `it has ${copy.size} bytes, its source ${attributes.size}`;
  }
  if (!isEncryptedAs(copy.encryption, encryption)) {
    return `it is encrypted as ${JSON.stringify(copy.encryption)}, not as ${JSON.stringify(encryption)}`;
  }
  const [before, after] = [wholeChecksum(attributes.checksum), wholeChecksum(copy.checksum)];
  return contradict(before, after)
    ? `its checksum is ${after}, that of its source ${before}`
    : undefined;
};
