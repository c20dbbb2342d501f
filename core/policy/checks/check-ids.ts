import { pathText, type Complaint } from '../document/complaint.ts';
import { quoted } from '../document/words.ts';

/**
 * Ids name rules and exemptions in records, so that no two may share one. Takes items as they were
 * written: two equal ids are wrong even where the items have other mistakes.
 */
export const checkIds = (
  list: 'rules' | 'exemptions',
  items: readonly unknown[],
): readonly Complaint[] => {
  const first = new Map<string, number>();
  return items.flatMap((item, index): readonly Complaint[] => {
    const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
    if (typeof id !== 'string') {
      return [];
    }
    const taken = first.get(id);
    if (taken === undefined) {
      first.set(id, index);
      return [];
    }
    const message = `id ${quoted(id)} is already taken by \`${pathText([list, taken])}\``;
    return [{ code: 'duplicate-id', path: [list, index, 'id'], message }];
  });
};
