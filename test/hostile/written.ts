import type { Terminal } from '../../io/terminal.ts';

/** The lines that a command writes, to either stream. */
export const writtenBy = (print: (terminal: Terminal) => unknown): readonly string[] => {
  const lines: string[] = [];
  const write = (line: string): void => {
    lines.push(line);
  };
  const [out, err, progress] = [write, write, write];
  print({ out, err, progress, isTTY: false, columns: 80, color: false });
  return lines;
};
