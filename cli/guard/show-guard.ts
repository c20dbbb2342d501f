import type { DenyStatement } from '../../core/guard/deny-statement.ts';
import { showText } from '../../core/show-text.ts';
import type { Terminal } from '../../runtime/wire-cli.ts';
import { jsonLine } from '../json-line.ts';
import { createPaint } from '../paint.ts';

export type Guarding = {
  readonly bucket: string;
  readonly guarded: boolean;
  readonly statement: DenyStatement;
};

/** Whether the bucket has it, the statement to paste, and what to do with it. */
export const showGuard = (terminal: Terminal, guarding: Guarding, json: boolean): void => {
  if (json) {
    terminal.out(jsonLine({ kind: 'guard', ...guarding }));
    return;
  }
  const { bucket, guarded, statement } = guarding;
  const paint = createPaint(terminal.color);
  const head = guarded ? paint('green', 'guarded') : paint('yellow', 'not guarded');
  terminal.out(`${head}  ${showText(bucket)}`);
  for (const line of JSON.stringify(statement, undefined, 2).split('\n')) {
    terminal.out(line);
  }
  if (!guarded) {
    terminal.out(
      'nothing was changed: add the statement to the policy of the bucket, then run this again',
    );
  }
};
