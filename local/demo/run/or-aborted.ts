import { once } from 'node:events';

/** What `work` comes to, or a rejection as soon as the signal says stop: the work itself cannot be called off. */
export const orAborted = async <Made>(work: Promise<Made>, signal: AbortSignal): Promise<Made> => {
  signal.throwIfAborted();
  const ended = new AbortController();
  const aborted = once(signal, 'abort', { signal: ended.signal }).then(() => {
    throw signal.reason;
  });
  aborted.catch(() => undefined); // when the work won
  try {
    return await Promise.race([work, aborted]);
  } finally {
    ended.abort();
  }
};
