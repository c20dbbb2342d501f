/** What Node's file functions reject with: has a `code` such as `ENOENT`. */
export type SystemError = Error & { readonly code: string; readonly syscall: string };

export const isSystemError = (error: unknown): error is SystemError =>
  typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
