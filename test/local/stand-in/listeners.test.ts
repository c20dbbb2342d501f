import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { checkListeners, isLoopback, parseListeners } from '../../../local/stand-in/listeners.ts';
import { stopGroup } from '../../../local/stand-in/process-group.ts';
import { openListeners } from '../../../local/stand-in/start-stand-in.ts';

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0000000000000000
   1: 00000000:22B3 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4712 1 0000000000000000
   2: 0100007F:1F91 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0        0 4713 1 0000000000000000
`;

describe('listeners', () => {
  it('reads listening sockets by inode and leaves connections out', () => {
    expect([...parseListeners(table)]).toEqual([
      ['4711', { address: '0100007F', port: 8080 }],
      ['4712', { address: '00000000', port: 8883 }],
    ]);
  });

  it.each([
    ['127.0.0.1', '0100007F', true],
    ['127.1.2.3', '0302017F', true],
    ['::1', '00000000000000000000000001000000', true],
    ['::ffff:127.0.0.1', '0000000000000000FFFF00000100007F', true],
    ['0.0.0.0', '00000000', false],
    ['::', '00000000000000000000000000000000', false],
    ['10.0.0.1', '0100000A', false],
    ['127.0.0.1 read backwards', '7F000001', false],
  ])('%s is loopback', (_name, address, loopback) => {
    expect(isLoopback(address)).toBe(loopback);
  });

  it('names what others could reach, and nothing where it could not look', () => {
    const [local, open] = [...parseListeners(table).values()];
    const listeners = [local, open].flatMap((one) => one ?? []);
    expect(openListeners({ kind: 'checked', listeners })).toEqual(['00000000:8883']);
    expect(openListeners({ kind: 'not-checked', because: 'no /proc' })).toEqual([]);
  });

  it('finds the listener of a grandchild', async () => {
    const server =
      "const s = require('net').createServer().listen(0, '127.0.0.1', () => console.log(s.address().port))";
    const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(server)}], { stdio: 'inherit' })`;
    const child = spawn(process.execPath, ['-e', parent], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [port] = (await once(child.stdout, 'data')) as [Buffer];
      const check = await checkListeners(child.pid ?? 0);
      const expected = {
        kind: 'checked',
        listeners: [{ address: '0100007F', port: Number(port) }],
      };
      expect(check).toEqual(
        process.platform === 'linux'
          ? expected
          : { kind: 'not-checked', because: expect.anything() },
      );
    } finally {
      await stopGroup(child);
    }
  });
});
