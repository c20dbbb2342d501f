import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LocalError } from '../stand-in/local-error.ts';

const refusal = (port: number, error: NodeJS.ErrnoException): Error =>
  error.code === 'EADDRINUSE'
    ? new LocalError(`port \`${port}\` is taken: choose another, or leave it out to get a free one`)
    : error;

/** Loopback only, always. */
export const listen = async (
  server: Server,
  port: number,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw refusal(port, error as NodeJS.ErrnoException);
  }
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
