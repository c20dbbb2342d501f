import type { Gone, Unreadable } from '../objects/object-facts.ts';
import type { ObjectAttributes } from './object-attributes.ts';

/** What reading every attribute of one version came to. */
export type AttributesReading =
  | { readonly kind: 'attributes'; readonly attributes: ObjectAttributes }
  | Gone
  | Unreadable;
