/** What the process exits with. What 0 and 1 mean is said by each command's `--help`. */
export const EXIT = {
  ok: 0,
  found: 1, // a violation, a change that is due, a mistake in the policy
  failed: 2, // could not decide, or failed
  interrupted: 130, // 128 + SIGINT, as shells count
  brokenPipe: 141, // 128 + SIGPIPE: whoever read the output left, so nothing may be concluded from it
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How a command says what to exit with. */
export type Finish = (exitCode: ExitCode) => void;
