/** The next step, or `aborted` as soon as the signal says so. Listens for this one step only: runs are long. */
export const nextUnlessAborted = <Value>(
  steps: AsyncIterator<Value, void>,
  signal: AbortSignal,
): Promise<IteratorResult<Value, void> | 'aborted'> =>
  new Promise((resolve, reject) => {
    const abort = (): void => resolve('aborted');
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    const forget = (): void => signal.removeEventListener('abort', abort);
    steps.next().then(resolve, reject).finally(forget).catch(reject);
  });
