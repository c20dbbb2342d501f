import { wantsColor } from './wants-color.ts';

/** Where the command line writes to. Results go to `out`, everything about the run itself to `err`. */
export type Terminal = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly progress: (text: string) => void; // replaces itself on stderr; '' removes it; silent in pipes
  readonly isTTY: boolean; // of stdout
  readonly columns: number; // of stdout, 80 in a pipe
  readonly color: boolean; // of stdout
};

/** The part of process.stdout and process.stderr that is used. */
export type TerminalStream = {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
};

const ERASE_LINE = '\r\u001B[2K';

export const createTerminal = (
  stdout: TerminalStream,
  stderr: TerminalStream,
  env: Readonly<Record<string, string | undefined>>,
): Terminal => {
  let shown = false;
  const erase = (): void => {
    if (shown) {
      stderr.write(ERASE_LINE);
      shown = false;
    }
  };
  const write = (stream: TerminalStream, line: string): void => {
    erase(); // both streams usually share one screen
    stream.write(`${line}\n`);
  };
  return {
    out: (line) => write(stdout, line),
    err: (line) => write(stderr, line),
    progress: (text) => {
      if (stderr.isTTY !== true) return;
      erase();
      if (text === '') return;
      // a line that wraps could not be erased again
      stderr.write(text.slice(0, columnsOf(stderr) - 1));
      shown = true;
    },
    isTTY: stdout.isTTY === true,
    columns: columnsOf(stdout),
    color: wantsColor(stdout.isTTY === true, env),
  };
};

// a terminal that was never given a size says 0
const columnsOf = ({ columns = 0 }: TerminalStream): number => (columns > 1 ? columns : 80);
