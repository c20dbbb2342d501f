import { AsyncLocalStorage } from 'node:async_hooks';
import { queueBodies } from '../../../local/demo/in-process/queue-bodies.ts';
import { applyCall } from '../../../local/model/apply.ts';
import type { Caller, Service } from '../../../local/model/call.ts';
import type { AwsModel } from '../../../local/model/state.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { Alert } from '../../../core/alerts/alert.ts';
import { createDirectClients, type Answer, type Ask } from '../aws/direct-clients.ts';
import { connectionLost, type ServiceName, toException } from '../aws/errors.ts';
import { createStateTable } from '../aws/state-table.ts';
import { STACK } from '../scenario/base.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FunctionName, Invocation, QueueMessage, Step } from '../steps/step.ts';
import type { Choices } from './choices.ts';
import { type Container, createHandle, toSqsEvent } from './container.ts';
import { type Deployment, environmentOf } from './environment.ts';
import { createFaults } from './faults.ts';
import { createQueues, type Held } from './queues.ts';
import { resumeBreakers } from './resume-breakers.ts';
import { FUNCTION_NAMES, FUNCTIONS, queueOfUrl } from './settings.ts';
import { sweepMessage } from './sweep-message.ts';
import type { UserAction } from './user-actions.ts';

type Input = Readonly<Record<string, unknown>>;

/** A call that waits for the scheduler. */
export type Pending = {
  readonly container: Container;
  readonly by: Invocation; // what goes on unheard after its time is still its own
  readonly service: ServiceName;
  readonly name: string;
  readonly input: Input;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
};

type Timer = {
  readonly owner: Invocation | undefined;
  readonly at: number;
  readonly ring: () => void;
};

export type WorldOptions = {
  readonly scenario: Scenario;
  readonly choices: Choices;
  readonly actions: readonly UserAction[];
  readonly see: (step: Step) => void;
  readonly mostFaults: number;
  readonly workers: number; // containers of one function at the same time
  readonly mostAtOnce: number; // messages of one batch
  readonly reduced?: boolean; // a move that commutes with every other is made at once, and alone
  readonly hear?: (by: Invocation, name: string, answer: Answer | Error) => void;
};

/** AWS and the stack's containers in one run, all of whose moments the scheduler chooses. */
export const createWorld = (options: WorldOptions) => {
  const { scenario, choices, see } = options;
  const faults = createFaults(choices, options.mostFaults);
  const table = createStateTable();
  const queues = createQueues((message) => see({ kind: 'buried', at: now, message }));
  const pending: Pending[] = [];
  const timers = new Set<Timer>();
  const containers: Container[] = [];
  const containerOf = new Map<Invocation, Container>();
  const transit: { body: string; at: number }[] = [];
  const records: LedgerRecord[] = [];
  let now = scenario.startedAt;
  let model: AwsModel = scenario.start;
  let serial = 0;
  const scope = new AsyncLocalStorage<Invocation>(); // for whom code runs, stragglers of an earlier one too
  let deployment: Deployment = {
    policyIndex: 0,
    mode: 'enforce',
    breakerOrders: options.reduced !== true && choices.choose(8) === 1 ? FEW_ORDERS : MANY_ORDERS,
  };
  let resumedAt = now;
  const pace = options.reduced === true ? 1 : (PACES[choices.choose(PACES.length)] ?? 1);
  let deployed = 0;
  let done = 0; // of the users' actions
  const counts = { events: 0, calls: 0, invocations: 0 };

  const callModel = (
    service: Service,
    name: string,
    input: Input,
    caller: Caller,
    by: Invocation | 'user',
    answered: boolean,
  ) => {
    serial += 1;
    const asked = { service, name, input, caller, now, requestId: `r${serial}` };
    const before = model;
    const { state, result, events } = applyCall(model, asked);
    model = state;
    see({
      kind: 'call',
      at: now,
      by,
      service,
      name,
      input,
      result,
      before,
      after: state,
      answered,
    });
    for (const event of events)
      arrive(queueBodies(event), event.kind === 's3-event' ? event.bucket : '');
    return result;
  };

  /** S3 tells of it some time later, perhaps twice. Own buckets are left out by the rule, which is tried now and then. */
  const arrive = (bodies: readonly string[], bucket: string): void => {
    if (scenario.ownBuckets.includes(bucket) && !faults.rarely(4)) return;
    for (const body of bodies) {
      counts.events += 1;
      transit.push({
        body,
        at: now + (faults.rarely(2) ? (DELAYS[choices.choose(DELAYS.length)] ?? 0) : 0),
      });
      if (faults.rarely(2)) transit.push({ body, at: now });
    }
  };

  const askOf =
    (container: () => Container): Ask =>
    async (service, name, input) =>
      new Promise((resolve, reject) => {
        const by = scope.getStore();
        if (by === undefined) throw new Error('a call outside of any invocation');
        pending.push({ container: container(), by, service, name, input, resolve, reject });
      });

  const start = (name: FunctionName): Container => {
    const skew = faults.rarely(3) ? (SKEWS[choices.choose(SKEWS.length)] ?? 0) : 0;
    const policy = scenario.policies[deployment.policyIndex] ?? scenario.policies[0];
    const handle = createHandle(name, {
      env: environmentOf(scenario, deployment),
      policy,
      clients: createDirectClients(askOf(() => container)),
      now: () => new Date(now + skew),
      // always as long: the product's own pauses are random, and a seed must mean one run
      pause: async () =>
        new Promise((ring) => void timers.add({ owner: scope.getStore(), at: now + PAUSE, ring })),
      complain: () => undefined,
    });
    const container: Container = {
      id: containers.length + 1,
      function: name,
      skew,
      deployed,
      handle,
      alive: true,
      at: undefined,
    };
    containers.push(container);
    return container;
  };

  const free = (name: FunctionName): Container | 'new' | undefined => {
    const mine = containers.filter((one) => one.alive && one.function === name);
    const idle = mine.find((one) => one.at === undefined);
    if (idle !== undefined) return idle;
    return mine.length < options.workers ? 'new' : undefined;
  };

  const invoke = (name: FunctionName): void => {
    const found = free(name);
    if (found === undefined) return;
    const visible = queues.visible(name, now);
    const most = Math.min(FUNCTIONS[name].batch, visible.length, options.mostAtOnce);
    const first = choices.choose(visible.length);
    const chosen = [...visible.slice(first), ...visible.slice(0, first)].slice(
      0,
      most - choices.choose(most),
    );
    const held = queues.receive(name, chosen, now);
    if (held.length === 0) return;
    const container = found === 'new' ? start(name) : found;
    counts.invocations += 1;
    const endsAt = now + FUNCTIONS[name].timeout;
    const invocation: Invocation = {
      id: counts.invocations,
      function: name,
      policyHash: (scenario.policies[deploymentOf(container).policyIndex] ?? scenario.policies[0])
        .policyHash,
      mode: deploymentOf(container).mode,
      skew: container.skew,
      messages: held.map(({ message }) => message),
    };
    container.at = { invocation, held, endsAt };
    containerOf.set(invocation, container);
    see({ kind: 'began', at: now, invocation });
    const timeLeft = (): number => endsAt - now;
    void scope
      .run(invocation, async () => container.handle(toSqsEvent(held), timeLeft))
      .then(
        (failed) => end(container, invocation, 'returned', failed),
        () => end(container, invocation, 'threw', new Set(held.map(({ message }) => message.id))),
      );
  };

  const deployments: Deployment[] = [deployment];
  const deploymentOf = ({ deployed: which }: Container): Deployment =>
    deployments[which] ?? deployment;

  const end = (
    container: Container,
    invocation: Invocation,
    how: 'returned' | 'threw' | 'died',
    failed: ReadonlySet<string>,
  ): void => {
    if (container.at?.invocation !== invocation) return; // it was killed before
    const deleted: QueueMessage[] = [];
    for (const one of container.at.held) {
      // a delete may be lost as well: then the message comes again, although it was handled
      if (!failed.has(one.message.id) && !faults.rarely(4)) {
        if (one.message.receiveCount === one.receives) {
          queues.remove(one);
          deleted.push(one.message);
        }
      }
    }
    container.at = undefined;
    see({ kind: 'ended', at: now, invocation, how, deleted });
    if (container.deployed !== deployed) container.alive = false;
  };

  const kill = (container: Container): void => {
    const { at } = container;
    container.alive = false;
    for (let index = pending.length - 1; index >= 0; index -= 1) {
      if (pending[index]?.container === container) pending.splice(index, 1);
    }
    for (const timer of timers) {
      if (timer.owner !== undefined && containerOf.get(timer.owner) === container)
        timers.delete(timer);
    }
    if (at !== undefined) {
      end(container, at.invocation, 'died', new Set(at.held.map(({ message }) => message.id)));
    }
  };

  const perform = (one: Pending): void => {
    pending.splice(pending.indexOf(one), 1);
    counts.calls += 1;
    now += 7;
    const fault = faults.ofCall();
    switch (fault) {
      case 'unavailable':
        return one.reject(toException(one.service, SLOW));
      case 'internal':
        return one.reject(toException(one.service, INTERNAL));
      case 'throttled':
        return one.reject(toException(one.service, one.service === 's3' ? SLOW : THROTTLED));
      case 'late-crash':
        return kill(one.container);
      case 'timeout':
        now = Math.max(now, one.container.at?.endsAt ?? now);
        return undefined; // the clock kills it, and whoever else is late
      case 'crash':
        answerOf(one, false, false);
        return kill(one.container);
      case 'lost': {
        answerOf(one, false, false);
        return one.reject(connectionLost());
      }
      case 'partly':
      case 'none':
      default: {
        const answer = answerOf(one, true, fault === 'partly');
        options.hear?.(one.by, one.name, answer);
        return answer instanceof Error ? one.reject(answer) : one.resolve(answer);
      }
    }
  };

  const answerOf = (one: Pending, answered: boolean, partly: boolean): Answer | Error => {
    const { service, name, input, container, by: invocation } = one;
    switch (service) {
      case 's3':
      case 'kms': {
        const caller = {
          account: scenario.account,
          arn: `arn:aws:sts::${scenario.account}:assumed-role/${STACK}-${container.function}/run`,
        };
        const result = callModel(service, name, input, caller, invocation, answered);
        if (result.kind === 'ok') {
          return { output: result.output as Input, status: result.status };
        }
        const head = name === 'HeadObject';
        return toException(
          service,
          head
            ? { ...result, code: HEAD_NAMES[result.status] ?? 'Unknown', message: 'UnknownError' }
            : result,
        );
      }
      case 'dynamodb':
        try {
          return { output: table.call(name, input), status: 200 };
        } catch (error) {
          return error as Error;
        }
      case 'sqs':
        return { output: sendBatch(input, invocation, partly), status: 200 };
      case 'sns':
        return { output: publishBatch(input, invocation, partly), status: 200 };
      case 'firehose':
      default:
        return { output: putBatch(input, invocation, partly), status: 200 };
    }
  };

  /** Which entries of a batch AWS takes. */
  const takes = (entries: number, partly: boolean): ((index: number) => boolean) => {
    if (!partly) return () => true;
    const lost = choices.choose(entries);
    return (index) => index !== lost;
  };

  const sendBatch = (input: Input, by: Invocation, partly: boolean): Input => {
    const entries = input['Entries'] as readonly {
      Id: string;
      MessageBody: string;
      DelaySeconds?: number;
    }[];
    const isTaken = takes(entries.length, partly);
    const queue = queueOfUrl(input['QueueUrl']);
    const [Successful, Failed]: [object[], object[]] = [[], []];
    entries.forEach(({ Id, MessageBody, DelaySeconds = 0 }, index) => {
      if (!isTaken(index)) {
        Failed.push({ Id, Code: 'InternalError', SenderFault: false });
        return;
      }
      const message = queues.send(queue, MessageBody, now, DelaySeconds * 1_000);
      Successful.push({ Id, MessageId: message.id });
      see({ kind: 'sent', at: now, by, message });
      if (faults.rarely(3)) queues.put(queue, message, now); // delivered twice
    });
    return { Successful, ...(Failed.length > 0 && { Failed }) };
  };

  const publishBatch = (input: Input, by: Invocation, partly: boolean): Input => {
    const entries = input['PublishBatchRequestEntries'] as readonly {
      Id: string;
      Subject: string;
      Message: string;
      MessageAttributes: Record<string, { StringValue: string }>;
    }[];
    const isTaken = takes(entries.length, partly);
    const taken = entries.filter((_, index) => isTaken(index));
    const alerts = taken.map(({ Subject, Message, MessageAttributes }): Alert => ({
      subject: Subject,
      body: Message,
      attributes: Object.fromEntries(
        Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]),
      ),
    }));
    see({ kind: 'alerted', at: now, by, alerts });
    const Failed = entries
      .filter((one) => !taken.includes(one))
      .map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false }));
    return { Successful: taken.map(({ Id }) => ({ Id })), Failed };
  };

  const putBatch = (input: Input, by: Invocation, partly: boolean): Input => {
    const given = input['Records'] as readonly { Data: Uint8Array }[];
    const isTaken = takes(given.length, partly);
    const lines = given
      .filter((_, index) => isTaken(index))
      .map(({ Data }) => Buffer.from(Data).toString('utf8'));
    const parsed = lines.map((line) => JSON.parse(line) as LedgerRecord);
    records.push(...parsed);
    if (lines.length > 0) see({ kind: 'recorded', at: now, by, lines, records: parsed });
    return {
      FailedPutCount: given.length - lines.length,
      RequestResponses: given.map((_, index) =>
        isTaken(index)
          ? { RecordId: `f${index}` }
          : { ErrorCode: 'ServiceUnavailable', ErrorMessage: 'x' },
      ),
    };
  };

  const act = (action: UserAction): void => {
    const user = { account: scenario.account };
    switch (action.kind) {
      case 'call':
        callModel(action.service, action.name, action.input as Input, user, 'user', true);
        return;
      case 'on-version': {
        const { Bucket, Key } = action.input as { Bucket: string; Key: string };
        const versions = model.buckets.get(Bucket)?.versions.get(Key);
        const version = versions?.get(versions.size - 1 - action.back) ?? versions?.last();
        if (version === undefined) return;
        const isVersioned = model.buckets.get(Bucket)?.versioning !== undefined;
        const VersionId = isVersioned ? { VersionId: version.versionId } : {};
        const input = { ...action.input, ...VersionId };
        callModel(action.service, action.name, input, user, 'user', true);
        return;
      }
      case 'message': {
        const message = queues.send('objects', action.body, now, 0);
        see({ kind: 'sent', at: now, by: 's3', message });
        return;
      }
      case 'sweep': {
        const message = queues.send('objects', sweepMessage(model, action.buckets), now, 0);
        see({ kind: 'sent', at: now, by: 's3', message });
        return;
      }
      case 'deploy':
      default:
        deployment = { ...deployment, policyIndex: action.policyIndex, mode: action.mode };
        deployments.push(deployment);
        deployed += 1;
        for (const one of containers) if (one.at === undefined) one.alive = false;
    }
  };

  const land = (index: number): void => {
    const [one] = transit.splice(index, 1);
    if (one === undefined) return;
    const message = queues.send('objects', one.body, now, 0);
    see({ kind: 'sent', at: now, by: 's3', message });
  };

  const leap = (ms: number): void => {
    now += ms;
  };

  /** What the clock has brought about by now. True where anything was. */
  const tick = (): boolean => {
    let changed = false;
    for (const one of containers) {
      if (one.alive && one.at !== undefined && one.at.endsAt <= now) {
        kill(one);
        changed = true;
      }
    }
    for (const timer of timers) {
      if (timer.at <= now) {
        timers.delete(timer);
        timer.ring();
        return true; // one at a time: whose code runs must be known
      }
    }
    return changed;
  };

  const nextMoment = (): number | undefined => {
    const moments = [
      ...queues.waiting().map(({ visibleAt }) => visibleAt),
      ...[...timers].map(({ at }) => at),
      ...transit.map(({ at }) => at),
    ].filter((at) => at > now);
    return moments.length === 0 ? undefined : Math.min(...moments);
  };

  return {
    moves: (): readonly (() => void)[] => {
      if (options.reduced === true) {
        const commuting = pending.find(
          (one) => one.container.at !== undefined && commutes(one, scenario.quarantineBucket),
        );
        if (commuting !== undefined) return [() => perform(commuting)];
        if (transit.length > 0) return [() => land(0)];
      }
      // between two invocations a container is frozen: what it asked for waits
      const moves: (() => void)[] = pending
        .filter(({ container }) => container.at !== undefined)
        .map((one) => () => perform(one));
      for (const name of FUNCTION_NAMES) {
        if (queues.visible(name, now).length > 0 && free(name) !== undefined) {
          moves.push(() => invoke(name));
        }
      }
      transit.forEach((one, index) => one.at <= now && moves.push(() => land(index)));
      const action = options.actions[done];
      if (action !== undefined && (moves.length === 0 || pace === 1 || choices.rarely(pace))) {
        moves.push(() => {
          done += 1;
          act(action);
        });
      }
      return moves;
    },
    setTimer: (ring: () => void, ms: number): (() => void) => {
      const timer = { owner: scope.getStore(), at: now + ms, ring };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    disturb: (): void => {
      if (faults.rarely(5)) leap(LEAPS[choices.choose(LEAPS.length)] ?? 0);
      if (faults.rarely(6)) {
        const busy = containers.filter(({ alive, at }) => alive && at !== undefined);
        const victim = busy[choices.choose(busy.length)];
        if (victim !== undefined) {
          faults.note('late-crash');
          kill(victim);
        }
      }
    },
    tick,
    leapToNext: (): boolean => {
      const at = nextMoment();
      if (at === undefined) return false;
      now = at;
      if (now - resumedAt > AN_HOUR && queues.waiting().some(isHeld)) {
        resumedAt = now;
        resumeBreakers(table, scenario, now);
      }
      return true;
    },
    atRest: () => ({ now, model, records }),
    inspect: () => ({
      model,
      records,
      pending,
      containers,
      transit,
      done,
      held: queues.waiting(),
      now,
    }),
    counts: () => ({ ...counts, faults: faults.dealt(), virtualMs: now - scenario.startedAt }),
  };
};

/**
 * What no other container reads or waits for in the meantime: whoever takes the message or reads the record may do so
 * later just as well. Key and bucket settings commute because no user of an exhaustive run changes them; what lies in
 * quarantine belongs to one order, and to whoever holds its one message.
 */
const commutes = ({ service, name, input }: Pending, quarantine: string): boolean =>
  service !== 's3' || name.startsWith('GetBucket') || input['Bucket'] === quarantine;

export type World = ReturnType<typeof createWorld>;

const PACES = [1, 4, 12, 30]; // of users: how many moves of others come between two of theirs, roughly
const FEW_ORDERS = 1;
const MANY_ORDERS = 1_000;
const AN_HOUR = 3_600_000;
const isHeld = ({ message }: Held): boolean => message.body.includes('"why":"held"');

const PAUSE = 200; // milliseconds
const DELAYS = [30_000, 3_600_000, 6 * 3_600_000, 20 * 3_600_000];
const LEAPS = [2_000, 31_000, 400_000, 3_600_000, 16 * 3_600_000];
const SKEWS = [2_000, -2_000, 60_000, -60_000];
const SLOW = { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' };
const INTERNAL = {
  status: 500,
  code: 'InternalError',
  message: 'We encountered an internal error.',
};
const THROTTLED = { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' };
const HEAD_NAMES: Readonly<Record<number, string>> = {
  404: 'NotFound',
  403: 'Forbidden',
  400: 'BadRequest',
};
