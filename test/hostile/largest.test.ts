import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const SCRIPT = fileURLToPath(new URL('read-largest.ts', import.meta.url));
const KIB = 1024;

/** The last line that a process with so much memory, in MiB, came to. */
const read = (bytes: number, what: 'files' | 'messages', memory: number): string | undefined => {
  const { stdout } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${memory}`, SCRIPT, String(bytes), what],
    { encoding: 'utf8', timeout: 280_000, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return stdout.trimEnd().split('\n').at(-1);
};

describe('the largest inputs', () => {
  // 1 MiB is the most that SQS takes, and each function has 512 MiB
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
  it('of messages and arguments are read in less memory than a function has', () => {
    expect(read(1024 * KIB, 'messages', 256)).toBe('done');
  }, 300_000);

  it('of files: 24 KiB of any shape are read in a heap of 48 MiB', () => {
    expect(read(24 * KIB, 'files', 48)).toBe('done');
  }, 300_000);
});
