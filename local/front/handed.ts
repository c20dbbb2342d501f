import type { FrontAnswer } from './front-request.ts';

/** What gets through to whoever asked before the connection is cut. */
export type Handed =
  | { readonly answer: FrontAnswer; readonly cut?: 'halfway' } // whole unless said
  | { readonly cut: 'before' }; // nothing at all
