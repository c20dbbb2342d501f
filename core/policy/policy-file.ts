import type { PolicyContent } from './schema/policy-schema.ts';
import type { PolicyDocument } from './document/read-document.ts';

/** A policy that parsed, and where each piece of it stands, for the errors that only compiling finds. */
export type PolicyFile = {
  readonly fileName: string;
  readonly content: PolicyContent;
  readonly document: PolicyDocument;
};
