import type { Answer } from '../aws/direct-clients.ts';
import { createStateTable } from '../aws/state-table.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FunctionName, Invocation, Step } from '../steps/step.ts';
import { act } from './act.ts';
import { createAnswer } from './answer.ts';
import { createBatches } from './batches.ts';
import type { Choices } from './choices.ts';
import { createClock } from './clock.ts';
import { createContainers } from './containers.ts';
import type { Deployment } from './deployments.ts';
import { createFaults } from './faults.ts';
import { createPerform } from './perform.ts';
import { commutes, isAwake } from './pending.ts';
import { createQueues, isHeld } from './queues.ts';
import { resumeBreakers } from './resume-breakers.ts';
import { FUNCTION_NAMES, FUNCTIONS } from './settings.ts';
import { createSimulatedS3 } from './simulated-s3.ts';
import type { UserAction } from '../users/user-action.ts';

export type WorldOptions = {
  readonly scenario: Scenario;
  readonly choices: Choices;
  readonly actions: readonly UserAction[];
  readonly see: (step: Step) => void;
  readonly mostFaults: number;
  readonly workers: number; // containers of one function at the same time
  readonly mostAtOnce: number; // messages of one batch
  readonly reduced: boolean; // a move that commutes with every other is made at once, and alone
  readonly hear?: ((by: Invocation, name: string, answer: Answer | Error) => void) | undefined;
};

const PACES = [1, 4, 12, 30]; // of users: how many moves of others come between two of theirs, roughly
const FEW_ORDERS = 1;
const MANY_ORDERS = 1_000;
const AN_HOUR = 3_600_000; // milliseconds
const LEAPS = [2_000, 31_000, 400_000, AN_HOUR, 16 * AN_HOUR];

/** AWS and the stack's containers in one run, all of whose moments the scheduler chooses. */
export const createWorld = (options: WorldOptions) => {
  const { scenario, choices, see, reduced } = options;
  const clock = createClock(scenario.startedAt);
  const faults = createFaults(choices, options.mostFaults);
  const table = createStateTable();
  const queues = createQueues((message) => see({ kind: 'buried', at: clock.now(), message }));
  const s3 = createSimulatedS3({ scenario, clock, choices, faults, see });
  const batches = createBatches({ clock, choices, faults, queues, see });
  const [policy] = scenario.policies;
  const isFew = !reduced && choices.choose(8) === 1;
  let deployment: Deployment = {
    policy,
    mode: 'enforce',
    breakerOrders: isFew ? FEW_ORDERS : MANY_ORDERS,
  };
  const pace = reduced ? 1 : (PACES[choices.choose(PACES.length)] ?? 1);
  const containers = createContainers({
    scenario,
    clock,
    choices,
    faults,
    queues,
    see,
    deployment: () => deployment,
    workers: options.workers,
  });
  const answer = createAnswer({ scenario, s3, batches, table });
  const perform = createPerform({ answer, clock, containers, faults, hear: options.hear });
  let resumedAt = clock.now();
  let done = 0; // of the users' actions

  const arrive = (body: string): void => {
    const message = queues.send('objects', body, clock.now(), 0);
    see({ kind: 'sent', at: clock.now(), by: 's3', message });
  };
  const deploy = (policyIndex: number, mode: Deployment['mode']): void => {
    deployment = { ...deployment, policy: scenario.policies[policyIndex] ?? policy, mode };
    containers.replace();
  };
  const invoke = (name: FunctionName): void => {
    const visible = queues.visible(name, clock.now());
    const most = Math.min(FUNCTIONS[name].batch, visible.length, options.mostAtOnce);
    const first = choices.choose(visible.length);
    const inTurn = [...visible.slice(first), ...visible.slice(0, first)];
    containers.invoke(name, inTurn.slice(0, most - choices.choose(most)));
  };

  const moves = (): readonly (() => void)[] => {
    const awake = containers.pending.filter(isAwake);
    if (reduced) {
      const alone = awake.find((one) => commutes(one, scenario.quarantineBucket));
      if (alone !== undefined) return [() => perform(alone)];
      const [event] = s3.underway;
      if (event !== undefined) return [() => arrive(s3.land(event))];
    }
    const now = clock.now();
    const all = [
      ...awake.map((one) => () => perform(one)),
      ...FUNCTION_NAMES.filter(
        (name) => queues.visible(name, now).length > 0 && containers.free(name) !== undefined,
      ).map((name) => () => invoke(name)),
      ...s3.underway.filter(({ at }) => at <= now).map((one) => () => arrive(s3.land(one))),
    ];
    const action = options.actions[done];
    if (action === undefined) return all;
    const isDue = all.length === 0 || pace === 1 || choices.rarely(pace);
    if (!isDue) return all;
    const next = (): void => {
      done += 1;
      act(action, { account: scenario.account, s3, send: arrive, deploy });
    };
    return [...all, next];
  };

  return {
    moves,
    setTimer: (ring: () => void, ms: number) => clock.setTimer(containers.owner(), ms, ring),
    /** What nobody asked for: time leaps, a container dies. */
    disturb: (): void => {
      if (faults.rarely(5)) clock.pass(LEAPS[choices.choose(LEAPS.length)] ?? 0);
      if (faults.rarely(6)) {
        const busy = containers.busy();
        const victim = busy[choices.choose(busy.length)];
        if (victim !== undefined) {
          faults.note('late-crash');
          containers.kill(victim);
        }
      }
    },
    /** What the clock has brought about by now. True where anything was. */
    tick: (): boolean => {
      const killed = containers.killLate();
      return clock.ringOne() || killed;
    },
    leapToNext: (): boolean => {
      const later = [
        ...queues.waiting().map(({ visibleAt }) => visibleAt),
        ...clock.moments(),
        ...s3.underway.map(({ at }) => at),
      ].filter((at) => at > clock.now());
      if (later.length === 0) return false;
      clock.reach(Math.min(...later));
      if (clock.now() - resumedAt > AN_HOUR && queues.waiting().some(isHeld)) {
        resumedAt = clock.now();
        resumeBreakers(table, scenario, clock.now());
      }
      return true;
    },
    atRest: () => ({ now: clock.now(), model: s3.model(), records: batches.records }),
    inspect: () => ({
      now: clock.now(),
      model: s3.model(),
      records: batches.records,
      pending: containers.pending,
      busy: containers.busy(),
      underway: s3.underway,
      held: queues.waiting(),
      done,
    }),
    counts: () => ({
      events: s3.events(),
      calls: perform.calls(),
      invocations: containers.invocations(),
      faults: faults.dealt(),
      virtualMs: clock.now() - scenario.startedAt,
    }),
  };
};

export type World = ReturnType<typeof createWorld>;
