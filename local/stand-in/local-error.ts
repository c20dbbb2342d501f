/** Something about this machine, not about the product: shown as one line that says what to do next. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}
