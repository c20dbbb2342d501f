import type { Choices } from '../engine/choices.ts';
import { run } from '../engine/run.ts';
import type { UserAction } from '../users/user-action.ts';
import type { Finding, Invariant } from '../invariants/invariant.ts';
import { createFingerprint } from './fingerprint.ts';

export type Explored = {
  readonly states: number; // distinct
  readonly paths: number;
  readonly rests: number; // paths that came to rest
  readonly complete: boolean;
  readonly violation?: Finding & { readonly choices: readonly number[] };
};

/**
 * Every interleaving of what users, S3's events, queues and two containers of each function can do, without faults: a
 * choice is taken in each way that it can be, and a state that was seen before is not gone on from.
 */
export const explore = async (
  actions: readonly UserAction[],
  invariants: readonly Invariant[],
  mostStates = Infinity,
  progress: (states: number) => void = () => undefined,
): Promise<Explored> => {
  const seen = new Set<string>();
  const fingerprint = createFingerprint();
  const toTry: (readonly number[])[] = [[]];
  let [paths, rests] = [0, 0];
  for (let prefix = toTry.pop(); prefix !== undefined; prefix = toTry.pop()) {
    if (seen.size >= mostStates) {
      return { states: seen.size, paths, rests, complete: false };
    }
    paths += 1;
    const begun = prefix;
    const taken: number[] = [];
    const heard = new Map<number, string[]>();
    const choose = (most: number): number => {
      if (most <= 1) return 0;
      const given = begun[taken.length];
      if (given === undefined) {
        for (let other = 1; other < most; other += 1) toTry.push([...taken, other]);
      }
      taken.push(given ?? 0);
      return given ?? 0;
    };
    const choices: Choices = { choose, rarely: () => false, taken: () => taken };
    let pruned = false;
    const { violations } = await run(choices, invariants, {
      actions,
      mostFaults: 0,
      mostAtOnce: 1,
      reduced: true,
      hear: ({ id }, name, answer) => {
        const before = heard.get(id) ?? [];
        const said = answer instanceof Error ? answer.name : JSON.stringify(answer.output);
        heard.set(id, [...before, `${name} ${said}`]);
      },
      goesOn: (world) => {
        if (taken.length < begun.length) return true; // on known ground
        const state = fingerprint(world.inspect(), (invocation) => heard.get(invocation) ?? []);
        pruned = seen.has(state);
        seen.add(state);
        return !pruned;
      },
    });
    if (!pruned) rests += 1;
    if (paths % 500 === 0) progress(seen.size);
    const [found] = violations;
    if (found !== undefined) {
      const violation = { ...found, choices: [...taken] };
      return { states: seen.size, paths, rests, complete: false, violation };
    }
  }
  return { states: seen.size, paths, rests, complete: true };
};
