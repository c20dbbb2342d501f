/** How a simulator's process ended, and what it had said by then. */
export type ChildEnd = {
  readonly code: number | null; // null: ended by a signal
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
};
