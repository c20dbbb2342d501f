import type { CallStep, Invocation, Step } from '../../steps/step.ts';

export type Seen = { readonly call: CallStep; readonly index: number }; // position among all steps of the run

/** What one invocation asked, and was answered. */
export type SeenCalls = {
  readonly beganAt: number;
  readonly heads: Seen[];
  readonly tags: Seen[]; // GetObjectTagging
};

export type KeyAnswer = Seen & { readonly key: string };

// Readers keep answers about keys for a minute; a run of them lasts 30 seconds at most.
const KEPT = 90_000;

/** The reader's calls, kept for as long as a record may rest on them. */
export const createSeenCalls = () => {
  const going = new Map<number, SeenCalls>();
  let keys: KeyAnswer[] = [];
  let index = 0;

  const note = (call: CallStep, by: Invocation): void => {
    const seen = { call, index };
    const calls = going.get(by.id);
    switch (call.name) {
      case 'HeadObject':
        calls?.heads.push(seen);
        return;
      case 'GetObjectTagging':
        calls?.tags.push(seen);
        return;
      case 'DescribeKey':
      case 'GetKeyRotationStatus':
        keys = keys.filter(({ call: { at } }) => call.at - at <= KEPT);
        keys.push({ ...seen, key: String(call.input['KeyId']) });
        return;
      default:
    }
  };

  return {
    see: (step: Step): void => {
      index += 1;
      if (step.kind === 'began' && step.invocation.function === 'judge-object') {
        going.set(step.invocation.id, { beganAt: step.at, heads: [], tags: [] });
      } else if (step.kind === 'ended') {
        going.delete(step.invocation.id);
      } else if (
        step.kind === 'call' &&
        step.answered &&
        step.by !== 'user' &&
        step.by.function === 'judge-object'
      ) {
        note(step, step.by);
      }
    },
    of: ({ id }: Invocation): SeenCalls | undefined => going.get(id),
    /** Answers about a key, fresh enough to be remembered at `now`. */
    ofKey: (key: string, now: number): readonly KeyAnswer[] =>
      keys.filter((answer) => answer.key === key && now - answer.call.at <= KEPT),
    index: (): number => index,
  };
};

export type AllSeenCalls = ReturnType<typeof createSeenCalls>;
