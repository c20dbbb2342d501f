import { randomUUID } from 'node:crypto';
import { applyCall } from '../model/apply.ts';
import type { Call, CallOf, Operations, OutputOf, Result, Service } from '../model/call.ts';
import type { ModelEvent } from '../model/events/model-event.ts';
import { emptyModel, type AwsModel, type Limits } from '../model/state.ts';

/** A call without what the host knows: who asks and what time it is may be left out. */
export type LooseCall<C extends Call> = Omit<C, 'caller' | 'now' | 'requestId'> & Partial<Call>;

/** The one place where the model's state changes: calls are applied one after the other. */
export type ModelHost = {
  readonly state: () => AwsModel;
  readonly call: (call: LooseCall<Call>) => Result<object>;
  readonly apply: <S extends Service, N extends keyof Operations[S]>(
    call: LooseCall<CallOf<S, N> & Call>,
  ) => Result<OutputOf<S, N>>;
};

export type ModelHostOptions = {
  readonly account: string;
  readonly region: string;
  readonly onEvents: (events: readonly ModelEvent[]) => void;
  readonly limits?: Partial<Limits>; // AWS's own unless said
  readonly now?: () => number; // epoch ms; the machine's clock unless said
};

export const createModelHost = (options: ModelHostOptions): ModelHost => {
  const { account, region, onEvents, limits = {}, now = Date.now } = options;
  let state = emptyModel({ account, region, partition: 'aws', limits });
  const call: ModelHost['call'] = (loose) => {
    const applied = applyCall(state, {
      caller: { account },
      now: now(),
      requestId: randomUUID(),
      ...loose,
    });
    state = applied.state;
    if (applied.events.length > 0) onEvents(applied.events);
    return applied.result;
  };
  return { state: () => state, call, apply: (loose) => call(loose) as never };
};
