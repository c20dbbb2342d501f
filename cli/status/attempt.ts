import type { CliDoor } from '../../runtime/wire-cli.ts';
import { isHopeless } from '../check/check-ref.ts';
import type { Unseen } from './stack-status.ts';

/** Does it, or notes what could not be seen and goes on without it. */
export type Attempt = <Result>(
  what: string,
  look: () => Promise<Result>,
  otherwise: Result,
) => Promise<Result>;

export const createAttempt =
  ({ toProblem }: Pick<CliDoor, 'toProblem'>, unseen: (one: Unseen) => void): Attempt =>
  async (what, look, otherwise) => {
    try {
      return await look();
    } catch (error) {
      const problem = toProblem(error);
      // a bucket that is not there, or elsewhere, is one of many here
      const isOwn = problem?.cause === 'no-such-bucket' || problem?.cause === 'wrong-region';
      if (problem === undefined || (isHopeless(problem) && !isOwn)) throw error;
      unseen({ what, words: problem.words });
      return otherwise;
    }
  };
