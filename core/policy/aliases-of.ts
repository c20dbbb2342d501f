import type { KeyAlias } from '../keys/key-arn.ts';
import { parseKeyReference } from './key-reference.ts';
import { keyUses } from './key-uses.ts';
import type { PolicyFile } from './policy-file.ts';

/** Every alias that a policy names and that must be pinned, as written: names and alias ARNs, sorted. */
export const aliasesOf = ({ content }: PolicyFile): readonly KeyAlias[] => {
  const aliases = keyUses(content).flatMap(({ key }) => {
    const reference = parseKeyReference(key);
    return reference?.kind === 'alias' ? [reference.alias] : [];
  });
  return [...new Set(aliases)].toSorted();
};
