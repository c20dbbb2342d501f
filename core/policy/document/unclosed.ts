import { visit, type Document, type YAMLError } from 'yaml';
import type { Mistake } from './reading.ts';

const OPENERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", ']': '[', '}': '{' };

/** The parser sees where a bracket or quote should have been closed at the latest; people look for where it opens. */
export const unclosed = (
  text: string,
  document: Document,
  { message, pos: [end] }: YAMLError,
): Mistake | undefined => {
  const [, closer] =
    /^Missing closing (["'])quote$|end with a ([\]}])$/
      .exec(message)
      ?.filter((part) => part !== undefined) ?? [];
  const opener = closer === undefined ? undefined : OPENERS[closer];
  let offset: number | undefined;
  visit(document, {
    Node: (_key, { range }) => {
      if (range?.[1] === end && text[range[0]] === opener) {
        offset = range[0]; // the last one is the innermost
      }
    },
  });
  return offset === undefined
    ? undefined
    : {
        code: 'yaml-syntax',
        offset,
        path: '',
        message: `\`${opener}\` is not closed, expected \`${closer}\``,
      };
};
