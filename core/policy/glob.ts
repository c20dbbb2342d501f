import { compileWild } from './glob-automaton.ts';

/**
 * A glob of a policy, ready to match: `*` is any text but `/`, `**` any text, `?` one character but `/`;
 * all else is literal, and there is no escape. The whole text must match, case and all.
 */
export type GlobMatcher = (text: string) => boolean;

/** Time is linear in the text, whatever the glob: keys are written by uploaders and are hostile. */
export const compileGlob = (glob: string): GlobMatcher => {
  const head = /^[^*?]*/.exec(glob)?.[0] ?? '';
  const wild = glob.slice(head.length);
  if (wild === '') {
    return (text) => text === glob;
  }
  if (wild === '**') {
    return (text) => text.startsWith(head);
  }
  if (wild === '*') {
    return (text) => text.startsWith(head) && !text.includes('/', head.length);
  }
  // no regular expression: one without a start would try from every character
  const tail = wild.slice(Math.max(wild.lastIndexOf('*'), wild.lastIndexOf('?')) + 1);
  const middle = compileWild(wild.slice(0, wild.length - tail.length));
  const least = head.length + tail.length;
  return (text) =>
    text.length >= least &&
    text.startsWith(head) &&
    text.endsWith(tail) &&
    middle(text, head.length, text.length - tail.length);
};

/** A glob without wildcards names exactly one bucket or key. */
export const isLiteralGlob = (glob: string): boolean => !/[*?]/.test(glob);
