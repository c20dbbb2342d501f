/** AWS did what it was asked to. */
export type Done = { readonly kind: 'done' };
