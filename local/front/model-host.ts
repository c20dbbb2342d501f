import { randomUUID } from 'node:crypto';
import { applyCall } from '../model/apply.ts';
import type { Call, CallOf, Operations, OutputOf, Result, Service } from '../model/call.ts';
import type { ModelEvent } from '../model/events/model-event.ts';
import { emptyModel, type AwsModel } from '../model/state.ts';

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
};

export const createModelHost = ({ account, region, onEvents }: ModelHostOptions): ModelHost => {
  let state = emptyModel({ account, region, partition: 'aws' });
  const call: ModelHost['call'] = (loose) => {
    const applied = applyCall(state, {
      caller: { account },
      now: Date.now(),
      requestId: randomUUID(),
      ...loose,
    });
    state = applied.state;
    if (applied.events.length > 0) onEvents(applied.events);
    return applied.result;
  };
  return { state: () => state, call, apply: (loose) => call(loose) as never };
};
