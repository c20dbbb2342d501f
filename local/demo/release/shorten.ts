const WIDTH = 132;

/** Of `show`, what a person would look for first; all the rest is an attribute a line. */
const LOOKED_FOR = [
  'since',
  'rule',
  'requirement',
  'found',
  'class',
  'grant',
  'release',
  'who may',
];

const isHead = (line: string): boolean => !line.startsWith(' ');
const labelOf = (line: string): string => line.slice(2, 13).trim();

const isKept = (command: string, line: string): boolean => {
  switch (command) {
    case 'list':
      return isHead(line); // what it is; `show` says why
    case 'show':
      return isHead(line) || LOOKED_FOR.includes(labelOf(line));
    default:
      return true;
  }
};

const clip = (line: string): string =>
  line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 1)}…`;

/** What a command printed, without what would fill a page; a last line says how much that was. */
export const shorten = (output: string, command: string): readonly string[] => {
  const lines = output.trimEnd().split('\n');
  const kept = lines.filter((line) => isKept(command, line));
  const left = lines.length - kept.length;
  return [...kept.map(clip), ...(left > 0 ? [`… and ${left} more lines`] : [])];
};
