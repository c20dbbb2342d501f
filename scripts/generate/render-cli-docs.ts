import { ERROR_CODES } from '../../cli/error-codes.ts';
import { createProgram } from '../../cli/program.ts';
import { createTerminal } from '../../io/terminal.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { fillSection } from './fill-section.ts';

const COMMANDS = [
  'check',
  'enroll',
  'policy init',
  'policy lint',
  'policy pin',
  'guard',
  'quarantine list',
  'quarantine show',
  'quarantine release',
  'status',
  'breaker show',
  'breaker resume',
];

/** docs/cli.md is written by hand, but for what each command says with `--help` and the error codes. */
export const renderCliDocs = (current: string): string => {
  const sections = [
    ...COMMANDS.map((command) => [`help ${command}`, helpOf(command)] as const),
    ['error codes', errorCodes()] as const,
  ];
  return sections.reduce((text, [name, content]) => fillSection(text, name, content), current);
};

const helpOf = (command: string): string => {
  let help = '';
  const page = { write: (text: string) => (help += text), columns: 80 };
  const door: Pick<CliDoor, 'terminal'> = { terminal: createTerminal(page, page, {}) };
  const program = createProgram(door as CliDoor, () => undefined); // nothing is run
  const named = command
    .split(' ')
    .reduce(
      (parent, name) => parent.commands.find((one) => one.name() === name) ?? parent,
      program,
    );
  named.outputHelp();
  return `\`\`\`text\n${help.trim()}\n\`\`\``;
};

const errorCodes = (): string =>
  [
    '| code | meaning |',
    '| --- | --- |',
    ...Object.entries(ERROR_CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
  ].join('\n');
