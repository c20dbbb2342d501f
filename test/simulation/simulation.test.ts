import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import type { Played } from './engine/play.ts';

const node = (...args: readonly string[]) =>
  spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

describe('the simulation', () => {
  it('violates nothing in 20,000 runs, most of them with faults', () => {
    const { stdout, stderr, status } = node(
      'test/simulation/main.ts',
      '--runs',
      '20000',
      '--seed',
      '1',
      '--json',
    );
    expect({ stderr, stdout }).toEqual({ stderr: '', stdout: expect.stringMatching(/^\{.*\}\n$/) });
    const played = JSON.parse(stdout) as Played;
    const { first } = played;
    const why =
      first && node('test/simulation/main.ts', '--seed', String(first.seed), '--runs', '1').stdout;
    expect({ why, status }).toEqual({ why: undefined, status: 0 });
    expect(played).toMatchObject({ runs: 20_000, violations: 0 });
    // it was no empty exercise
    expect(played.events).toBeGreaterThan(32_000);
    for (const fault of ['unavailable', 'lost', 'throttled', 'crash', 'partly', 'timeout']) {
      expect([fault, played.faults[fault]]).toEqual([fault, expect.any(Number)]);
    }
  }, 900_000);

  it('visits every interleaving of three events, two objects and two workers', () => {
    const { stdout, stderr, status } = node('test/simulation/explore/main.ts', '--json');
    expect({ stderr, status, stdout }).toMatchObject({ status: 0 });
    const explored = JSON.parse(lastLine(stdout)) as { states: number; complete: boolean };
    console.log(`states visited: ${explored.states}`);
    expect(explored).toMatchObject({ complete: true, violations: 0 });
    expect(explored.states).toBeGreaterThan(10_000);
  }, 900_000);

  it('says what it takes where it is not understood', () => {
    const { stdout, stderr, status } = node('test/simulation/main.ts', '--runs', 'many');
    expect(status).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toContain('`--runs` is `many`, expected a whole number from 1');
  });
});
