import type { Finding, Invariant } from '../invariant.ts';
import type { Invocation, Step } from '../../steps/step.ts';
import { type Left, missingOf } from './missing-of.ts';
import { NOTHING, violation } from './violation.ts';

const createAccounts = (ownBuckets: readonly string[]) => {
  const going = new Map<number, Left>();
  const waiting = new Map<string, 'queue' | 'dead'>(); // by message id
  const leftOf = ({ id }: Invocation): Left => {
    const known = going.get(id) ?? { records: [], sent: [] };
    going.set(id, known);
    return known;
  };

  const seeEnded = (step: Extract<Step, { kind: 'ended' }>): readonly Finding[] => {
    const { invocation, how, deleted } = step;
    const left = leftOf(invocation);
    going.delete(invocation.id);
    const isCloser = invocation.function === 'close-dead-letter';
    for (const { id } of deleted) {
      if (isCloser || waiting.get(id) !== 'dead') waiting.delete(id);
    }
    if (how !== 'returned' && deleted.length > 0) {
      return [violation(6, `${invocation.function} ${how}, and its messages are gone`)];
    }
    return deleted.flatMap((message) => {
      const missing = missingOf(message, invocation, left, ownBuckets);
      return missing === undefined
        ? NOTHING
        : [violation(6, `${invocation.function} took a message as handled: ${missing}`)];
    });
  };

  return {
    see: (step: Step): readonly Finding[] => {
      switch (step.kind) {
        case 'sent':
          waiting.set(step.message.id, 'queue');
          if (step.by !== 's3') leftOf(step.by).sent.push(step.message);
          return NOTHING;
        case 'recorded':
          leftOf(step.by).records.push(...step.records);
          return NOTHING;
        case 'buried':
          waiting.set(step.message.id, 'dead');
          return NOTHING;
        case 'ended':
          return seeEnded(step);
        default:
          return NOTHING;
      }
    },
    atRest: (): readonly Finding[] =>
      waiting.size === 0
        ? NOTHING
        : [violation(6, `${waiting.size} messages were lost, or never ended`)],
  };
};

export const ENDS_IN_LEDGER: Invariant = {
  number: 6,
  title:
    'a message taken from a queue ends in the ledger or in a dead-letter queue that is itself read',
  watch: ({ ownBuckets }) => createAccounts(ownBuckets),
};
