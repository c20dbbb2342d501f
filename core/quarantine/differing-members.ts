import type { ObjectAttributes } from '../copies/object-attributes.ts';
import { canonicalJson } from '../policy/canonical-json.ts';

/** Names of the attributes that are not the same in both. */
export const differingMembers = (
  one: ObjectAttributes,
  other: ObjectAttributes,
  names: readonly (keyof ObjectAttributes)[] = membersOf(one, other),
): readonly (keyof ObjectAttributes)[] =>
  names.filter((name) => textOf(one[name]) !== textOf(other[name]));

const membersOf = (
  one: ObjectAttributes,
  other: ObjectAttributes,
): readonly (keyof ObjectAttributes)[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)] as (keyof ObjectAttributes)[]),
];

/** Dates become text first: they have no members of their own that could be compared. */
const textOf = (value: unknown): string =>
  value === undefined ? '' : canonicalJson(JSON.parse(JSON.stringify(value)));
