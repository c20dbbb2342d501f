import type { Answer } from '../aws/direct-clients.ts';
import type { ServiceName } from '../aws/errors.ts';
import type { Invocation } from '../steps/step.ts';
import type { Container } from './container.ts';
import type { Input } from './simulated-s3.ts';

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

/** Between two invocations a container is frozen: what it asked for waits. */
export const isAwake = ({ container }: Pending): boolean => container.at !== undefined;

/**
 * What no other container reads or waits for in the meantime: whoever takes the message or reads the record may do so
 * later just as well. Key and bucket settings commute because no user of an exhaustive run changes them; what lies in
 * quarantine belongs to one order, and to whoever holds its one message.
 */
export const commutes = ({ service, name, input }: Pending, quarantine: string): boolean =>
  service !== 's3' || name.startsWith('GetBucket') || input['Bucket'] === quarantine;
