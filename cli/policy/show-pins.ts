import type { PinStep } from '../../app/pin-aliases.ts';
import { assertNever } from '../../core/assert-never.ts';
import { showText } from '../../core/show-text.ts';
import type { Paint } from '../paint.ts';

const STYLES = {
  added: 'green',
  kept: 'dim',
  moved: 'red',
  dropped: 'yellow',
  elsewhere: 'dim',
  unresolved: 'red',
  unusable: 'red',
} as const satisfies Record<PinStep['kind'], Parameters<Paint>[0]>;

/** One line with what becomes of the alias, then what there is to know. */
export const showPin = (step: PinStep, paint: Paint): readonly string[] => {
  const head = (alias: string, rest = ''): string =>
    `${paint(STYLES[step.kind], step.kind.padEnd(10))}  ${alias}${rest}`;
  switch (step.kind) {
    case 'added':
    case 'kept':
      return [head(step.pin.alias, ` -> ${step.pin.keyArn}`), ...step.notes.map(note)];
    case 'moved':
      return [
        head(step.pin.alias),
        `  was         ${step.from}`,
        `  is now      ${step.pin.keyArn}`,
        ...step.notes.map(note),
      ];
    case 'dropped':
      return [
        head(step.pin.alias, ` -> ${step.pin.keyArn}`),
        note('the policy no longer names it'),
      ];
    case 'elsewhere':
      return [head(step.alias), note(`pin it with \`--region ${step.region}\``)];
    case 'unresolved':
      return [head(step.alias), `  AWS said    ${showText(step.unreadable.words)}`];
    case 'unusable':
      return [head(step.alias, ` -> ${step.keyArn}`), ...step.flaws.map(note)];
    default:
      return assertNever(step);
  }
};

const note = (text: string): string => `  note        ${text}`;
