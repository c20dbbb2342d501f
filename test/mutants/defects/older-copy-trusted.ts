import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'older-copy-trusted',
  title:
    'takes two states of an object for the same where their ETags are, so that a retried move trusts the copy of an earlier try',
  file: 'core/quarantine/differing-members.ts',
  from: 'names.filter((name) => textOf(one[name]) !== textOf(other[name]));',
  to: "names.filter((name) => name === 'etag' && textOf(one[name]) !== textOf(other[name]));",
  invariant: 1,
};
