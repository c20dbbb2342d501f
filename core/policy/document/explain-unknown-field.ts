import { fieldText, type Complaint, type Path } from './complaint.ts';
import { nearest } from './nearest.ts';
import { listed, quoted } from './words.ts';

export const explainUnknownField = (
  field: string,
  parent: Path,
  allowed: readonly string[],
): Complaint => {
  const path = [...parent, field];
  if (parent[0] === 'exemptions' && /tags?$/.test(field)) {
    return {
      code: 'exemption-tags',
      path,
      at: 'field',
      message: `an exemption cannot ask for ${quoted(field)}: whoever uploads an object writes its tags, and could exempt it`,
      hint: 'match by `buckets` and `objects`',
    };
  }
  const meant = nearest(field, allowed);
  const place = parent.length === 0 ? '' : ` in \`${fieldText(parent)}\``;
  return {
    code: 'unknown-field',
    path,
    at: 'field',
    message: `unknown field ${quoted(field)}${place}, expected one of ${listed(allowed)}`,
    ...(meant !== undefined && { hint: `did you mean \`${meant}\`?` }),
  };
};
