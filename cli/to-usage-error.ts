import type { CommanderError } from 'commander';
import { showText } from '../core/show-text.ts';
import { CliError } from './cli-error.ts';

/** commander's message in our form: one line, values in backticks, and where to read on. */
export const toUsageError = ({ message }: CommanderError, command: string): CliError => {
  const text = showText(message.replaceAll('\n', ' '))
    .replace(/^error: /, '')
    .replace(/\(Did you mean (?:one of )?(.+?)\?\)/, (_all, names: string) => {
      const quoted = names.split(', ').map((name) => `\`${name}\``);
      return `(did you mean ${quoted.join(' or ')}?)`;
    })
    .replaceAll(/'([^']*)'/g, '`$1`')
    .replace(' is invalid. Expected', ' is invalid: expected')
    .replace(/\.$/, '');
  return new CliError('E_USAGE', `${text}; see \`${command} --help\``);
};
