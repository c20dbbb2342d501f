import { queueBodies } from '../../../local/demo/in-process/queue-bodies.ts';
import { applyCall } from '../../../local/model/apply.ts';
import type { Caller, Result, Service } from '../../../local/model/call.ts';
import type { ModelEvent } from '../../../local/model/events/model-event.ts';
import type { AwsModel } from '../../../local/model/state.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Invocation, Step } from '../steps/step.ts';
import type { Choices } from './choices.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';

export type Input = Readonly<Record<string, unknown>>;

export type ModelCall = {
  readonly service: Service;
  readonly name: string;
  readonly input: Input;
  readonly caller: Caller;
  readonly by: Invocation | 'user';
  readonly answered: boolean;
};

type Parts = {
  readonly scenario: Scenario;
  readonly clock: Clock;
  readonly choices: Choices;
  readonly faults: Faults;
  readonly see: (step: Step) => void;
};

type Underway = { readonly body: string; readonly at: number };

const DELAYS = [30_000, 3_600_000, 6 * 3_600_000, 20 * 3_600_000];

/** S3 and KMS as the model has them, and S3's events until they reach a queue. */
export const createSimulatedS3 = ({ scenario, clock, choices, faults, see }: Parts) => {
  const underway: Underway[] = [];
  let model: AwsModel = scenario.start;
  let [calls, events] = [0, 0];

  /** It comes some time later, perhaps twice. The rule leaves own buckets out, which is tried now and then. */
  const tell = (event: ModelEvent): void => {
    const isOwn = event.kind === 's3-event' && scenario.ownBuckets.includes(event.bucket);
    if (isOwn && !faults.rarely(4)) return;
    for (const body of queueBodies(event)) {
      events += 1;
      const delay = faults.rarely(2) ? (DELAYS[choices.choose(DELAYS.length)] ?? 0) : 0;
      underway.push({ body, at: clock.now() + delay });
      if (faults.rarely(2)) underway.push({ body, at: clock.now() });
    }
  };

  return {
    model: (): AwsModel => model,
    events: (): number => events,
    call: ({ caller, by, answered, ...asked }: ModelCall): Result<object> => {
      calls += 1;
      const before = model;
      const context = { caller, now: clock.now(), requestId: `r${calls}` };
      const applied = applyCall(before, { ...asked, ...context });
      const { result } = applied;
      model = applied.state;
      see({ kind: 'call', at: clock.now(), by, ...asked, result, before, after: model, answered });
      applied.events.forEach(tell);
      return result;
    },
    underway: underway as readonly Underway[],
    land: (one: Underway): string => {
      underway.splice(underway.indexOf(one), 1);
      return one.body;
    },
  };
};

export type SimulatedS3 = ReturnType<typeof createSimulatedS3>;
