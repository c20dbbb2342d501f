/** Whether a run with these choices still breaks what it broke. */
export type StillFails = (choices: readonly number[]) => Promise<boolean>;

const MOST_TRIES = 1_500;

const trimmed = (choices: readonly number[]): readonly number[] =>
  choices.slice(0, choices.findLastIndex((one) => one !== 0) + 1);

/**
 * Fewer and plainer choices that still fail: blocks of them are left out or made ordinary, large blocks first, as
 * long as that helps.
 */
export const shrink = async (
  found: readonly number[],
  stillFails: StillFails,
): Promise<readonly number[]> => {
  let best = trimmed(found);
  const state = { tries: 0 };
  const mayTry = (): boolean => state.tries < MOST_TRIES;
  const attempt = async (candidate: readonly number[]): Promise<boolean> => {
    state.tries += 1;
    const shorter = trimmed(candidate);
    if (!isPlainer(shorter, best) || !(await stillFails(shorter))) return false;
    best = shorter;
    return true;
  };
  for (let changed = true; changed && mayTry();) {
    changed = false;
    for (let size = Math.max(1, best.length >> 1); size >= 1; size = Math.floor(size / 2)) {
      for (let at = Math.max(0, best.length - size); at >= 0 && mayTry(); at -= size) {
        if (at >= best.length) continue; // it has become shorter meanwhile
        const [before, after] = [best.slice(0, at), best.slice(at + size)];
        const zeros = Array<number>(Math.min(size, best.length - at)).fill(0);
        const helped =
          (await attempt([...before, ...after])) ||
          (await attempt([...before, ...zeros, ...after]));
        changed = helped || changed;
      }
    }
  }
  return best;
};

const sum = (choices: readonly number[]): number => choices.reduce((all, one) => all + one, 0);

const isPlainer = (one: readonly number[], other: readonly number[]): boolean =>
  one.length < other.length || (one.length === other.length && sum(one) < sum(other));
