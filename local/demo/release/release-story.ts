import type { ObjectName } from '../check/snapshot.ts';

/** One command line as a person types it, and what it printed, shortened. */
export type TypedCommand = {
  readonly args: readonly string[];
  readonly lines: readonly string[];
};

/** One attribute of the object, as it was put and as it is back. */
export type ComparedAttribute = {
  readonly attribute: string;
  readonly before: string; // shown text
  readonly after: string;
  readonly same: boolean;
  readonly mayDiffer: boolean; // S3 gives it anew, or the rule wants another one
};

/** How a moved object came back. */
export type ReleaseStory = {
  readonly from: ObjectName; // the version that was moved
  readonly released?: ObjectName; // the version that is current now; absent where it did not come back
  readonly commands: readonly TypedCommand[];
  readonly attributes: readonly ComparedAttribute[];
  readonly problems: readonly string[];
};
