import { expect, it } from '@jest/globals';
import { showPlan } from '../../../cli/quarantine/show-plan.ts';
import { makeViolation } from '../../made/facts.ts';

const SHOWN = String.raw`\u{1b}[2J\u{60}`;
const HOSTILE = '\u001B[2J`';
const exempt = {
  kind: 'exempt',
  exemption: HOSTILE,
  from: makeViolation({ rule: HOSTILE }),
} as const;

it.each([
  ['compliant', { kind: 'compliant', rule: HOSTILE }, `compliant with rule \`${SHOWN}\``],
  ['exempt', exempt, `exempt from rule \`${SHOWN}\` by \`${SHOWN}\``],
] as const)(
  'shows the names of rules harmless where the verdict is %s',
  (_title, verdict, words) => {
    const plan = { kind: 'unmark', tags: {}, marked: true, verdict } as const;
    expect(showPlan(plan)).toContainEqual(['verdict', words]);
  },
);
