import { describe, expect, it } from '@jest/globals';
import type { Defect } from './defect.ts';
import type { Answer } from './read-answer.ts';
import { report } from './report.ts';

const tried = (id: string, answer: Answer) => ({
  defect: {
    id,
    title: 'does wrong',
    file: 'core/x.ts',
    from: 'a',
    to: 'b',
    invariant: 3,
  } as Defect,
  answer,
});
const caught = (runs: number): Answer => ({ kind: 'caught', runs, seed: '9', invariant: '3' });

describe('report', () => {
  it('ends with how many of all were caught, after the median', () => {
    expect(report([tried('a', caught(3)), tried('b', caught(7))]).slice(-2)).toEqual([
      'median runs to catch: 5',
      'caught 2 of 2',
    ]);
  });

  it('has a line for each, in columns', () => {
    const lines = report([tried('a', caught(3)), tried('longer', { kind: 'clean', runs: 50 })]);
    expect(lines.slice(0, 3)).toEqual([
      'defect  breaks  caught by  runs  seed',
      'a       3       3          3     9',
      'longer  3       SURVIVED   50    -',
    ]);
  });

  it('names what survived, and tells it from a simulator that broke down', () => {
    const lines = report([
      tried('a', { kind: 'clean', runs: 50 }),
      tried('b', { kind: 'error', words: 'exit code 1' }),
    ]);
    expect(lines.slice(-4)).toEqual([
      'not caught: a (does wrong)',
      'not caught: b (does wrong): the simulator broke down: exit code 1',
      'median runs to catch: none',
      'caught 0 of 2',
    ]);
  });
});
