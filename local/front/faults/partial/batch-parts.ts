import type { FrontAnswer, FrontRequest } from '../../front-request.ts';

/** A batch without the entries that are refused, and how its answer tells of them. */
export type BatchParts = {
  readonly rest: FrontRequest;
  readonly isEmpty: boolean; // nothing is left to be done
  readonly tell: (answer: FrontAnswer | undefined) => FrontAnswer; // undefined where nothing was left to be asked
};

/** Which entries are refused: so large a share, at least one, from the front on. */
export const isRefused = (share: number, index: number, count: number): boolean =>
  index < Math.max(1, Math.round(share * count));
