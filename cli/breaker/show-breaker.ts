import { shellQuote } from '../../core/alerts/shell-quote.ts';
import type { BreakerState } from '../../core/breaker/breaker-state.ts';
import { showText } from '../../core/show-text.ts';
import type { Paint } from '../paint.ts';
import { showFacts } from '../quarantine/show-entry.ts';

/** One line with the state and the rule, then one line for each thing there is to say. */
export const showBreaker = (
  { rule, hour, orders, opened, resumed }: BreakerState,
  stack: string,
  paint: Paint,
): readonly string[] => {
  const word =
    opened === undefined ? paint('dim', 'closed'.padEnd(13)) : paint('red', 'open'.padEnd(13));
  return [
    `${word}  rule ${showText(rule)}`,
    ...showFacts([
      ['orders', `${orders} in the hour from ${hour}`],
      ...(opened === undefined
        ? []
        : ([
            ['since', opened.at],
            ['held', 'its orders wait in their queue; judging goes on'],
            [
              'resume',
              `sealward breaker resume ${shellQuote(rule) ?? 'RULE'} --stack ${stack} --reason …`,
            ],
          ] as const)),
      ...(resumed === undefined
        ? []
        : ([
            ['resumed', `${resumed.at} by ${showText(resumed.by)}`],
            ['reason', showText(resumed.reason)],
          ] as const)),
    ]),
  ];
};
