import type * as z from 'zod';
import { fieldText, type Complaint, type Flaw, type Path } from './complaint.ts';
import { explainType, explainValue } from './explain-value.ts';
import { explainUnknownField } from './explain-unknown-field.ts';
import { placeKey, type Place } from './reading.ts';
import { describedAt, fieldsAt } from './schema-at.ts';
import { fieldIn } from './well-formed.ts';

type Issue = z.core.$ZodIssue;

/** What zod found, in words for whoever wrote the file. */
export const explainIssues = (
  schema: z.ZodType,
  data: unknown,
  issues: readonly Issue[],
  places: ReadonlyMap<string, Place>,
): readonly Complaint[] => {
  const explain = (issue: Issue, above: Path): readonly Complaint[] => {
    const path = [...above, ...issue.path.map((part) => (typeof part === 'symbol' ? '' : part))];
    const field = `\`${fieldText(path)}\``;
    const value = path.reduce(fieldIn, data);
    const asType = (expected: string): readonly Complaint[] => {
      const source = places.get(placeKey(path))?.source;
      return [{ path, ...explainType(path, { expected, value, source }) }];
    };
    if (value === undefined && issue.code.startsWith('invalid_')) {
      const hint = describedAt(schema, path);
      const message = `missing field ${field}`;
      return [{ path, code: 'missing-field', message, ...(hint !== undefined && { hint }) }];
    }
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => explainUnknownField(key, path, fieldsAt(schema, path)));
      case 'invalid_type':
        return asType(issue.expected);
      case 'invalid_value':
        return [{ path, ...explainValue(path, issue.values.map(String), value) }];
      case 'invalid_union': {
        const deeper = issue.errors.find((branch) => branch.some((inner) => inner.path.length > 0));
        return deeper?.flatMap((inner) => explain(inner, path)) ?? asType(issue.message);
      }
      case 'invalid_format':
        return [{ path, code: 'empty-text', message: `${field} says nothing` }];
      case 'too_small':
        return [{ path, code: 'empty-list', message: `${field} lists nothing` }];
      case 'too_big': {
        const unit = issue.origin === 'string' ? 'characters' : 'items';
        const message = `${field} has more than ${issue.maximum} ${unit}`;
        return [{ path, code: 'too-many', message }];
      }
      case 'custom':
        return [{ path, ...(issue.params as Omit<Flaw, 'message'>), message: issue.message }];
      default:
        return [{ path, code: 'unknown-value', message: `${field}: ${issue.message}` }];
    }
  };
  return issues.flatMap((issue) => explain(issue, []));
};
