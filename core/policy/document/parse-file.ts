import type * as z from 'zod';
import type { Complaint } from './complaint.ts';
import { explainIssues } from './explain-issues.ts';
import { locate } from './locate.ts';
import type { PolicyErrors } from '../policy-error.ts';
import { readDocument, type PolicyDocument } from './read-document.ts';

type Format<T extends z.ZodType> = {
  readonly schema: T;
  readonly check: (data: unknown) => readonly Complaint[]; // what the schema cannot say
  readonly whenEmpty: string; // what to do about a file without content
};

type Parsed<T extends z.ZodType> =
  | { readonly kind: 'parsed'; readonly content: z.infer<T>; readonly document: PolicyDocument }
  | PolicyErrors;

/** Text to data, or all the mistakes in it at once. */
export const parseFile = <T extends z.ZodType>(
  text: string,
  fileName: string,
  { schema, check, whenEmpty }: Format<T>,
): Parsed<T> => {
  const document = readDocument(text, fileName, whenEmpty);
  const { readable } = document;
  if (readable === undefined) {
    return { kind: 'policy-errors', errors: locate(document, []) };
  }
  const { data, places } = readable;
  const parsed = schema.safeParse(data);
  const issues = parsed.error?.issues ?? [];
  const complaints = [...explainIssues(schema, data, issues, places), ...check(data)];
  const errors = locate(document, complaints);
  return parsed.success && errors.length === 0
    ? { kind: 'parsed', content: parsed.data, document }
    : { kind: 'policy-errors', errors };
};
