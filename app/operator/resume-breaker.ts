import type { BreakerState, Resumed } from '../../core/breaker/breaker-state.ts';
import type { OperatorAct } from '../../core/operator/operator-act.ts';
import { type Acted, type RecordAct, underRecord } from './under-record.ts';

export type ResumePorts = {
  readonly resume: (rule: string, resumed: Resumed) => Promise<BreakerState | undefined>; // as it was, if it was open
  readonly record: RecordAct;
};

/** Lets the orders of a rule go again. */
export const resumeBreaker = async (
  { resume, record }: ResumePorts,
  act: Extract<OperatorAct, { operation: 'breaker resume' }>,
): Promise<Acted> =>
  underRecord(record, act, async () => {
    const { rule, by, begunAt, reason } = act;
    const before = await resume(rule, { at: begunAt.toISOString(), by: by.arn, reason });
    return before === undefined
      ? { kind: 'superseded', words: 'somebody else has resumed it meanwhile' }
      : { kind: 'applied' };
  });
