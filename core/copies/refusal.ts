/** What AWS answered instead of doing it, where asking again would change nothing. */
export type Refusal =
  | { readonly kind: 'changed'; readonly words: string } // gone, or a precondition does not hold: 404, 405, 412
  | { readonly kind: 'refused'; readonly code: string; readonly words: string }; // AWS's code and message: 400, 403
