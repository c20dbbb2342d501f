import type { Document, YAMLError } from 'yaml';
import type { Mistake } from './reading.ts';
import { unclosed } from './unclosed.ts';

const MOST = 5; // one forgotten bracket makes many

/** Why a text is not YAML. */
export const syntaxMistakes = (text: string, document: Document): readonly Mistake[] => {
  const errors: readonly YAMLError[] = document.errors;
  const conflict = text.search(/^<{7} /m);
  if (conflict >= 0) {
    const message = 'a merge conflict starts here';
    const hint = 'keep one of the two sides, and remove the marks';
    return [{ code: 'yaml-syntax', offset: conflict, path: '', message, hint }];
  }
  const tooDeep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  return tooDeep === undefined
    ? errors.slice(0, MOST).map((error) => unclosed(text, document, error) ?? syntaxMistake(error))
    : [syntaxMistake(tooDeep)];
};

const syntaxMistake = ({ code, message, pos: [offset] }: YAMLError): Mistake => {
  const at = { offset, path: '' } as const;
  switch (code) {
    case 'MULTIPLE_DOCS':
      return {
        ...at,
        code: 'yaml-unsupported',
        message: 'a second document starts here, expected one',
      };
    case 'RESOURCE_EXHAUSTION':
      return { ...at, code: 'yaml-unsupported', message: 'nested too deeply' };
    case 'BAD_ALIAS':
      return {
        ...at,
        code: 'yaml-alias',
        message: 'in YAML a leading `*` makes an alias, and this one has no name',
        hint: 'quote a glob that starts with `*`',
      };
    default:
      return { ...at, code: 'yaml-syntax', message: `not valid YAML: ${uncapitalised(message)}` };
  }
};

const uncapitalised = (message: string): string =>
  `${message.slice(0, 1).toLowerCase()}${message.slice(1)}`.replace(/\.$/, '');
