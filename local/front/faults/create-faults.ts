import { isFunction } from '../caller.ts';
import type { FrontRequest } from '../front-request.ts';
import { createWeather, type Season } from './create-weather.ts';
import { dealFault, type Serving } from './deal-fault.ts';
import type { CallFault } from './fault.ts';
import type { FaultPlan } from './fault-plan.ts';
import { createHoldEvents, type HoldEvents } from './hold-events.ts';
import { nameCall, type NamedCall } from './name-call.ts';
import { createCounting, type FaultTally } from './tally.ts';
import type { Handed } from '../handed.ts';

export type Faults = {
  readonly seed: number;
  readonly serve: (request: FrontRequest, serving: Serving) => Promise<Handed>;
  readonly events: Pick<HoldEvents, 'pass' | 'held' | 'drop'>;
  readonly tally: () => FaultTally;
};

const NONE: CallFault = { kind: 'none' };

/** What every attempt of every call meets. A call keeps what it drew at its first attempt. */
const createDraw = (plan: FaultPlan, season: Season) => {
  const weather = createWeather(season);
  const counts = new Map<string, number>();
  const open = new Map<string, readonly CallFault[]>(); // by invocation, as long as attempts are to come
  const begin = ({ service, operation }: NamedCall): readonly CallFault[] => {
    const name = `${service}:${operation}`;
    const n = (counts.get(name) ?? 0) + 1;
    counts.set(name, n);
    return plan.call(name, n, weather());
  };
  return (call: NamedCall, invocation: string): CallFault => {
    const { attempt } = call;
    const faults = attempt === 1 ? begin(call) : (open.get(invocation) ?? []);
    if (attempt < faults.length) open.set(invocation, faults);
    else open.delete(invocation);
    return faults[attempt - 1] ?? NONE;
  };
};

/** Makes calls of deployed functions, and S3's events, go wrong by a seeded plan. Nobody else's calls are touched. */
export const createFaults = (plan: FaultPlan, season: Season): Faults => {
  const counting = createCounting();
  const next = createDraw(plan, season);
  return {
    seed: plan.seed,
    events: createHoldEvents(plan, counting),
    tally: counting.sum,
    serve: async (request, serving) => {
      if (!isFunction(request)) return { answer: await serving.serve(request) };
      const call = nameCall(request, serving.service);
      const { invocation } = call;
      // no SDK, and so nobody who would try again
      if (invocation === undefined) return { answer: await serving.serve(request) };
      const fault = next(call, invocation);
      if (fault.kind === 'none') counting.answered(invocation);
      else counting.call(fault.kind, invocation);
      return dealFault(fault, call, request, serving);
    },
  };
};
