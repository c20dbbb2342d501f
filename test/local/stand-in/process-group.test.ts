import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { groupMembers, stopGroup } from '../../../local/stand-in/process-group.ts';

const start = (script: string) =>
  spawn(process.execPath, ['-e', script], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });

const worker =
  "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });";

describe('stopGroup', () => {
  it('leaves none of the workers that a child started', async () => {
    const child = start(`${worker} console.log('up'); setInterval(() => {}, 1000)`);
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    expect(await groupMembers(pid)).toHaveLength(2);
    await stopGroup(child);
    expect(await groupMembers(pid)).toEqual([]);
  });

  it('insists when the child does not listen', async () => {
    const child = start(
      "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)",
    );
    await once(child.stdout, 'data');
    await stopGroup(child, 100);
    expect(child.signalCode).toBe('SIGKILL');
  });

  it('clears the workers of a child that has already ended', async () => {
    const child = start(`${worker} console.log('up'); process.exit(0)`);
    await once(child, 'exit');
    await stopGroup(child);
    expect(await groupMembers(child.pid ?? 0)).toEqual([]);
  });
});
