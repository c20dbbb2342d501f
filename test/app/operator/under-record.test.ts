import { describe, expect, it } from '@jest/globals';
import { underRecord } from '../../../app/operator/under-record.ts';
import { RELEASE } from '../../core/operator/made.ts';

const WORDS = 'AWS said no';

/** A ledger that takes all but the nth record. */
const makeLedger = (...taken: readonly boolean[]) => {
  const log: string[] = [];
  return {
    log,
    record: (_act: unknown, { kind }: { readonly kind: string }) => {
      log.push(`record ${kind}`);
      return Promise.resolve(
        taken[log.filter((one) => one.startsWith('record')).length - 1] ?? true,
      );
    },
    work: () => {
      log.push('work');
      return Promise.resolve({ kind: 'applied' } as const);
    },
  };
};

describe('underRecord', () => {
  it('works between an intent and an outcome', async () => {
    const { log, record, work } = makeLedger();
    expect(await underRecord(record, RELEASE, work)).toEqual({
      kind: 'ended',
      outcome: { kind: 'applied' },
      recorded: true,
    });
    expect(log).toEqual(['record intended', 'work', 'record applied']);
  });

  it('does nothing without the intent', async () => {
    const { log, record, work } = makeLedger(false);
    expect(await underRecord(record, RELEASE, work)).toEqual({ kind: 'not-begun' });
    expect(log).toEqual(['record intended']);
  });

  it('says where the outcome is missing', async () => {
    const { record, work } = makeLedger(true, false);
    expect(await underRecord(record, RELEASE, work)).toMatchObject({ recorded: false });
  });

  it('closes the intent where the work throws, and throws what it threw', async () => {
    const { log, record } = makeLedger();
    const work = () => Promise.reject(new Error(WORDS));
    await expect(underRecord(record, RELEASE, work)).rejects.toThrow(WORDS);
    expect(log).toEqual(['record intended', 'record failed']);
  });

  it('throws what the work threw, also where the ledger fails then', async () => {
    let calls = 0;
    const record = () => {
      calls += 1;
      return calls === 1 ? Promise.resolve(true) : Promise.reject(new Error('the ledger too'));
    };
    const work = () => Promise.reject(new Error(WORDS));
    await expect(underRecord(record, RELEASE, work)).rejects.toThrow(WORDS);
  });
});
