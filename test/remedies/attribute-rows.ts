import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';

/** Every attribute of an object as one row of a table: its path, and its value as text. */
export const attributeRows = (attributes: ObjectAttributes): ReadonlyMap<string, string> => {
  const rows = new Map<string, string>();
  const add = (path: string, value: unknown): void => {
    if (value instanceof Date) {
      rows.set(path, value.toISOString());
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        add(path === '' ? name : `${path}.${name}`, member);
      }
    } else {
      rows.set(path, String(value));
    }
  };
  const { acl, annotations } = attributes;
  add('', {
    ...attributes,
    // the grants of an ACL are a set
    acl: { ...acl, grants: acl.grants.map((grant) => JSON.stringify(grant)).toSorted() },
    // an annotation's ETag changes with its encryption, as that of its object does
    annotations: annotations.map(({ name, size }) => ({ name, size })),
  });
  return rows;
};
