import type { Answer } from '../aws/direct-clients.ts';
import { connectionLost, toException } from '../aws/errors.ts';
import type { Invocation } from '../steps/step.ts';
import type { createAnswer } from './answer.ts';
import type { Clock } from './clock.ts';
import type { Containers } from './containers.ts';
import type { Faults } from './faults.ts';
import type { Pending } from './pending.ts';

type Parts = {
  readonly answer: ReturnType<typeof createAnswer>;
  readonly clock: Clock;
  readonly containers: Containers;
  readonly faults: Faults;
  readonly hear?: ((by: Invocation, name: string, answer: Answer | Error) => void) | undefined;
};

const OF_A_CALL = 7; // milliseconds
const SLOW = { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' };
const INTERNAL = {
  status: 500,
  code: 'InternalError',
  message: 'We encountered an internal error.',
};
const THROTTLED = { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' };

/** Makes one call happen, with the fault that it meets. */
export const createPerform = ({ answer, clock, containers, faults, hear }: Parts) => {
  let calls = 0;
  const perform = (asked: Pending): void => {
    const { container, service, resolve, reject } = asked;
    containers.take(asked);
    calls += 1;
    clock.pass(OF_A_CALL);
    const fault = faults.ofCall();
    switch (fault) {
      case 'unavailable':
        return reject(toException(service, SLOW));
      case 'internal':
        return reject(toException(service, INTERNAL));
      case 'throttled': // S3 says so with a 503, all others with a 400
        return reject(toException(service, service === 's3' ? SLOW : THROTTLED));
      case 'late-crash':
        return containers.kill(container);
      case 'timeout': // the clock ends it, and whoever else is late
        return clock.reach(container.at?.endsAt ?? clock.now());
      case 'crash':
        answer(asked, { answered: false, partly: false });
        return containers.kill(container);
      case 'lost':
        answer(asked, { answered: false, partly: false });
        return reject(connectionLost());
      case 'partly':
      case 'none': {
        const said = answer(asked, { answered: true, partly: fault === 'partly' });
        hear?.(asked.by, asked.name, said);
        return said instanceof Error ? reject(said) : resolve(said);
      }
      default:
        return fault satisfies never;
    }
  };
  return Object.assign(perform, { calls: (): number => calls });
};
