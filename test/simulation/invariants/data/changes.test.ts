import { describe, expect, it } from '@jest/globals';
import type { AwsModel } from '../../../../local/model/state.ts';
import { SCENARIO } from '../../scenario/make-scenario.ts';
import type { CallStep } from '../../steps/step.ts';
import { put } from './acts.ts';
import { changesOf } from './changes.ts';
import { createStage, JUDGE, KEY } from './stage.ts';

const stepOf = (before: AwsModel, after: AwsModel): CallStep => ({
  kind: 'call',
  at: 0,
  by: JUDGE,
  service: 's3',
  name: 'HeadObject',
  input: {},
  result: { kind: 'ok', status: 200, output: {} },
  before,
  after,
  answered: true,
});

const NOTHING_WATCHED = { number: 1, title: '', watch: () => ({}) } as const;

describe('changesOf', () => {
  it('reads nothing where the buckets are the very same', () => {
    const buckets = SCENARIO.start.buckets;
    const unreadable = new Proxy(buckets, {
      get: () => {
        throw new Error('read');
      },
    });
    const state = { ...SCENARIO.start, buckets: unreadable };
    expect(changesOf(stepOf(state, { ...state, serial: 9 }))).toEqual([]);
  });

  it('names the keys, uploads and settings of the one bucket that is another', () => {
    const stage = createStage(NOTHING_WATCHED);
    put(stage, 'copy-on', 'x');
    const after = stage.model();
    expect(changesOf(stepOf(SCENARIO.start, after))).toMatchObject([
      { name: 'copy-on', keys: [{ key: KEY, before: [] }], uploads: [], settings: [] },
    ]);
    expect(changesOf(stepOf(after, SCENARIO.start))).toMatchObject([
      { name: 'copy-on', keys: [{ key: KEY, after: [] }] },
    ]);
  });

  it('tells of buckets that come and go', () => {
    const without = { ...SCENARIO.start, buckets: SCENARIO.start.buckets.delete('copy-on') };
    for (const step of [stepOf(SCENARIO.start, without), stepOf(without, SCENARIO.start)]) {
      expect(changesOf(step)).toMatchObject([{ name: 'copy-on', settings: ['bucket'] }]);
    }
  });
});
