import type { Paint } from '../../../cli/paint.ts';
import type { Ending } from '../check/ending.ts';
import { fit } from './text-width.ts';
import type { VerdictLine } from './verdict-line.ts';

const WIDTHS = { found: 30, rule: 9, order: 17, outcome: 31, ms: 6 } as const;
const OTHERS = Object.values(WIDTHS).reduce((sum, width) => sum + width + 2, 0);
const LEAST_FOR_OBJECT = 24;

const COLORS: Readonly<Record<Ending['how'], Parameters<Paint>[0]>> = {
  compliant: 'green',
  reencrypted: 'green',
  copied: 'green',
  isolated: 'yellow',
  quarantined: 'yellow',
  reported: 'yellow',
  exempt: 'yellow',
  indeterminate: 'red',
  gone: 'dim',
};

type Columns = Omit<VerdictLine, 'ending'>;

const HEAD: Columns = {
  object: 'object',
  found: 'found',
  rule: 'rule',
  order: 'order',
  outcome: 'outcome',
  ms: 'ms',
};

/** One line each where there is room for it, two on a narrow terminal. */
export const createLayOut = (columns: number, paint: Paint) => {
  const forObject = columns - OTHERS;
  const isWide = forObject >= LEAST_FOR_OBJECT;
  const wide = (line: Columns, paintOutcome: (text: string) => string): string =>
    [
      fit(line.object, Math.min(forObject, 60)),
      fit(line.found, WIDTHS.found),
      fit(line.rule, WIDTHS.rule),
      fit(line.order, WIDTHS.order),
      paintOutcome(fit(line.outcome, WIDTHS.outcome)),
      line.ms.padStart(WIDTHS.ms),
    ].join('  ');
  const colored =
    ({ ending }: VerdictLine) =>
    (text: string): string =>
      paint(ending === undefined ? 'red' : COLORS[ending.how], text);
  return {
    head: (): readonly string[] =>
      isWide ? [paint('dim', wide(HEAD, (text) => text).trimEnd())] : [],
    line: (line: VerdictLine): readonly string[] =>
      isWide
        ? [wide(line, colored(line))]
        : [
            fit(line.object, columns).trimEnd(),
            `  ${line.found} > ${line.rule} > ${line.order} > ${colored(line)(line.outcome)}, ${line.ms} ms`,
          ],
  };
};
