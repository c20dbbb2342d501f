import { applyCall } from '../../../../local/model/apply.ts';
import type { Service } from '../../../../local/model/call.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import { serialiseRecord } from '../../../../core/ledger/serialise-record.ts';
import { SCENARIO } from '../../scenario/make-scenario.ts';
import type { FunctionName, Invocation, QueueMessage, QueueName, Step } from '../../steps/step.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { type MadeRecord, makeRecord, POLICY_HASH } from './made-record.ts';

type Input = Readonly<Record<string, unknown>>;
type Call = Extract<Step, { kind: 'call' }>;

/** A run made by hand: real S3 and KMS answers, and whatever the functions are said to have done about them. */
export const createMadeRun = () => {
  const steps: Step[] = [];
  const records: LedgerRecord[] = [];
  let model: AwsModel = SCENARIO.start;
  let now = SCENARIO.startedAt;
  let serial = 0;

  const call = (by: Invocation | 'user', service: Service, name: string, input: Input): Input => {
    const before = model;
    const caller = { account: SCENARIO.account };
    now += 1_000;
    serial += 1;
    const asked = { service, name, input, caller, now, requestId: `made${serial}` };
    const { state, result } = applyCall(model, asked);
    model = state;
    const at = now;
    const step: Call = {
      kind: 'call',
      at,
      by,
      service,
      name,
      input,
      result,
      before,
      after: state,
      answered: true,
    };
    steps.push(step);
    return result.kind === 'ok' ? (result.output as Input) : {};
  };

  const send = (by: Invocation | 's3', queue: QueueName, body: object | string): QueueMessage => {
    serial += 1;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const message = { id: `m${serial}`, queue, body: text, sentAt: now, receiveCount: 0 };
    steps.push({ kind: 'sent', at: now, by, message });
    return message;
  };

  const begin = (name: FunctionName, ...messages: readonly QueueMessage[]): Invocation => {
    serial += 1;
    const invocation = {
      id: serial,
      function: name,
      policyHash: POLICY_HASH,
      mode: 'enforce' as const,
      messages,
    };
    steps.push({ kind: 'began', at: now, invocation });
    return invocation;
  };

  const record = (by: Invocation, ...made: readonly MadeRecord[]): readonly LedgerRecord[] => {
    const fresh = made.map((one, index) =>
      makeRecord(one, one.time ?? now - 2_000, `r${serial}${index}`),
    );
    serial += 1;
    records.push(...fresh);
    const lines = fresh.map(serialiseRecord);
    steps.push({ kind: 'recorded', at: now, by, lines, records: fresh });
    return fresh;
  };

  const end = (
    invocation: Invocation,
    deleted: readonly QueueMessage[] = invocation.messages,
    how: 'returned' | 'threw' | 'died' = 'returned',
  ): void => void steps.push({ kind: 'ended', at: now, invocation, how, deleted });

  return {
    steps,
    user: (name: string, input: Input, service: Service = 's3') =>
      call('user', service, name, input),
    call: (by: Invocation, name: string, input: Input, service: Service = 's3') =>
      call(by, service, name, input),
    send,
    begin,
    record,
    end,
    step: (step: Step): void => void steps.push(step),
    pass: (ms: number): void => {
      now += ms;
    },
    now: (): number => now,
    /** What an invariant finds in all of it. */
    watch: ({ watch }: Invariant): readonly Finding[] => {
      const { see, atRest } = watch(SCENARIO);
      const seen = steps.flatMap((step) => see?.(step) ?? []);
      return [...seen, ...(atRest?.({ now, model, records }) ?? [])];
    },
  };
};

export type MadeRun = ReturnType<typeof createMadeRun>;
