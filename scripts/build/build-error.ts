/** Something in the sources or the policy keeps the build from being made. The message says what to do. */
export class BuildError extends Error {
  override name = 'BuildError';
}
