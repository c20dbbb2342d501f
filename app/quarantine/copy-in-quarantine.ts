import type { CopyTask } from '../../core/copies/copy-task.ts';
import { assertNever } from '../../core/assert-never.ts';
import type { Outcome } from '../../core/orders/order.ts';
import { flawOfQuarantined } from '../../core/quarantine/flaw-of-quarantined.ts';
import type { MovePorts } from './quarantine-ports.ts';

type Ports = Pick<MovePorts, 'readAttributes' | 'copyWhole'>;

/** What is wrong with what lies in quarantine for this task, or `undefined` where it is the whole object. */
export const flawInQuarantine = async (
  { readAttributes }: Pick<Ports, 'readAttributes'>,
  task: CopyTask,
): Promise<string | undefined> => {
  const reading = await readAttributes(task.to);
  switch (reading.kind) {
    case 'attributes':
      return flawOfQuarantined(task, reading.attributes);
    case 'gone':
      return 'it is not there';
    case 'unreadable':
      return `it cannot be read: ${reading.words ?? reading.cause}`;
    default:
      return assertNever(reading);
  }
};

/**
 * Copies unless the copy of an earlier attempt is whole. `there`: something lies under the intent's key, and has to
 * be verified; `source-gone`: what the order is about is no longer there.
 */
export const copyIntoQuarantine = async (
  ports: Ports,
  task: CopyTask,
  timeLeft: () => number,
): Promise<'there' | 'source-gone' | 'continue' | Outcome> => {
  if ((await flawInQuarantine(ports, task)) === undefined) {
    return 'there';
  }
  const copied = await ports.copyWhole(task, timeLeft);
  switch (copied.kind) {
    case 'copied':
    case 'destination-changed': // of an earlier attempt: nobody else has a key with this intent
      return 'there';
    case 'source-changed':
      return 'source-gone';
    case 'unfinished':
      return 'continue';
    case 'refused':
      return copied;
    default:
      return assertNever(copied);
  }
};
