import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'unreadable-exempted',
  title: 'lets an exemption cover an object that could not be read',
  file: 'core/judge/judge.ts',
  from: 'return indeterminate(reading.cause, { words: reading.words });',
  to: `return exemptionFor(policy, reading.ref, now)?.kind === 'exempt'
        ? { kind: 'compliant', rule: 'defaults' }
        : indeterminate(reading.cause, { words: reading.words });`,
  invariant: 5,
};
