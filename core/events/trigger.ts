import type { RefMessage } from '../messages/ref-message.ts';

/** What one queue message asks for. */
export type Trigger =
  | RefMessage
  | { readonly nothing: string } // understood, and nothing in it is to be judged: says why
  | { readonly unreadable: string }; // not understood: says what was expected
