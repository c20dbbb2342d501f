import { AsyncLocalStorage } from 'node:async_hooks';
import { createDirectClients, type Ask } from '../aws/direct-clients.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FunctionName, Invocation, Step } from '../steps/step.ts';
import type { Choices } from './choices.ts';
import type { Clock } from './clock.ts';
import { type Container, createHandle, toSqsEvent } from './container.ts';
import type { Deployment } from './deployments.ts';
import { environmentOf } from './environment.ts';
import type { Faults } from './faults.ts';
import type { Pending } from './pending.ts';
import type { Held, Queues } from './queues.ts';
import { FUNCTIONS } from './settings.ts';

type Parts = {
  readonly scenario: Scenario;
  readonly clock: Clock;
  readonly choices: Choices;
  readonly faults: Faults;
  readonly queues: Queues;
  readonly see: (step: Step) => void;
  readonly deployment: () => Deployment; // the last one
  readonly workers: number; // containers of one function at the same time
};

const PAUSE = 200; // milliseconds
const SKEWS = [2_000, -2_000, 60_000, -60_000];

/** Lambda: containers that start, work on a batch, return, die, and are used again. */
export const createContainers = (parts: Parts) => {
  const { scenario, clock, choices, faults, queues, see } = parts;
  const all: Container[] = [];
  const pending: Pending[] = [];
  const containerOf = new Map<Invocation, Container>();
  const scope = new AsyncLocalStorage<Invocation>(); // for whom code runs, stragglers of an earlier one too
  let invocations = 0;

  const start = (name: FunctionName): Container => {
    const skew = faults.rarely(3) ? (SKEWS[choices.choose(SKEWS.length)] ?? 0) : 0;
    const deployment = parts.deployment();
    const ask: Ask = async (service, call, input) =>
      new Promise((resolve, reject) => {
        const by = scope.getStore();
        if (by === undefined) throw new Error('a call outside of any invocation');
        pending.push({ container, by, service, name: call, input, resolve, reject });
      });
    const handle = createHandle(name, {
      env: environmentOf(scenario, deployment),
      policy: deployment.policy,
      leastPartBytes: scenario.leastPartBytes,
      clients: createDirectClients(ask),
      now: () => new Date(clock.now() + skew),
      // always as long: the product's own pauses are random, and a seed must mean one run
      pause: async () => new Promise((ring) => void clock.setTimer(scope.getStore(), PAUSE, ring)),
      complain: () => undefined,
    });
    const container: Container = {
      function: name,
      skew,
      deployment,
      handle,
      alive: true,
      at: undefined,
    };
    all.push(container);
    return container;
  };

  const free = (name: FunctionName): Container | 'new' | undefined => {
    const mine = all.filter((one) => one.alive && one.function === name);
    const idle = mine.find((one) => one.at === undefined);
    if (idle !== undefined) return idle;
    return mine.length < parts.workers ? 'new' : undefined;
  };

  const invoke = (name: FunctionName, chosen: readonly Held[]): void => {
    const found = free(name);
    if (found === undefined) return;
    const held = queues.receive(name, chosen, clock.now());
    if (held.length === 0) return;
    const container = found === 'new' ? start(name) : found;
    invocations += 1;
    const endsAt = clock.now() + FUNCTIONS[name].timeout;
    const invocation: Invocation = {
      id: invocations,
      function: name,
      policyHash: container.deployment.policy.policyHash,
      mode: container.deployment.mode,
      skew: container.skew,
      messages: held.map(({ message }) => message),
    };
    container.at = { invocation, held, endsAt };
    containerOf.set(invocation, container);
    see({ kind: 'began', at: clock.now(), invocation });
    const timeLeft = (): number => endsAt - clock.now();
    const ids = new Set(invocation.messages.map(({ id }) => id));
    void scope
      .run(invocation, async () => container.handle(toSqsEvent(held), timeLeft))
      .then(
        (failed) => end(container, invocation, 'returned', failed),
        () => end(container, invocation, 'threw', ids),
      );
  };

  const end = (
    container: Container,
    invocation: Invocation,
    how: 'returned' | 'threw' | 'died',
    failed: ReadonlySet<string>,
  ): void => {
    if (container.at?.invocation !== invocation) return; // it was killed before
    // a delete may be lost as well: then the message comes again, although it was handled
    const deleted = container.at.held.filter(
      ({ message }) => !failed.has(message.id) && !faults.rarely(4),
    );
    deleted.forEach(queues.remove);
    container.at = undefined;
    see({
      kind: 'ended',
      at: clock.now(),
      invocation,
      how,
      deleted: deleted.map(({ message }) => message),
    });
    if (container.deployment !== parts.deployment()) container.alive = false;
  };

  const kill = (container: Container): void => {
    const { at } = container;
    container.alive = false;
    for (const one of pending.filter((asked) => asked.container === container)) take(one);
    clock.dropTimersOf((owner) => containerOf.get(owner) === container);
    if (at !== undefined) {
      const ids = new Set(at.invocation.messages.map(({ id }) => id));
      end(container, at.invocation, 'died', ids);
    }
  };

  const take = (one: Pending): void => {
    pending.splice(pending.indexOf(one), 1);
  };

  const busy = (): readonly Container[] => all.filter(({ alive, at }) => alive && at !== undefined);

  return {
    pending: pending as readonly Pending[],
    take,
    free,
    invoke,
    kill,
    busy,
    invocations: (): number => invocations,
    owner: (): Invocation | undefined => scope.getStore(),
    /** Lambda ends who has run for too long. */
    killLate: (): boolean => {
      const late = busy().filter(({ at }) => at !== undefined && at.endsAt <= clock.now());
      late.forEach(kill);
      return late.length > 0;
    },
    /** A deployment replaces idle containers at once, the others after what they are at. */
    replace: (): void => {
      for (const one of all) if (one.at === undefined) one.alive = false;
    },
  };
};

export type Containers = ReturnType<typeof createContainers>;
