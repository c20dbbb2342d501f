import type { Defect } from './defect.ts';

/** The text of the file with the defect in it. Throws unless what it replaces is there exactly once. */
export const applyDefect = ({ id, file, from, to }: Defect, text: string): string => {
  const pieces = text.split(from);
  const [before, after] = pieces;
  if (pieces.length !== 2 || before === undefined || after === undefined) {
    throw new Error(
      `defect \`${id}\` fits \`${file}\` ${pieces.length - 1} times: write its \`from\` anew after what is there now`,
    );
  }
  return `${before}${to}${after}`; // not `replace`, in which `$` means something
};
