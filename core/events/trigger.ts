import type { Notice } from '../messages/notice-message.ts';
import type { RefMessage } from '../messages/ref-message.ts';

/**
 * What one queue message asks for. A list of S3 records may hold both refs and what is not understood: then there
 * is both to judge and to keep as evidence.
 */
export type Trigger =
  | (RefMessage & { readonly unreadable?: string })
  | { readonly notice: Notice } // nothing to judge, but something to record
  | { readonly nothing: string } // understood, and nothing in it is to be judged: says why
  | {
      readonly unreadable: string; // not understood: says what was expected
      readonly ours?: true; // written by another version of this code, which may yet come to read it
    };
