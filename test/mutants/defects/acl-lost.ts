import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'acl-lost',
  title: 'does not say the grants again, which no copy carries by itself',
  file: 'aws/copies/new-object-input.ts',
  from: `  ...(acl === 'carry' && grantInput(carriedGrants(attributes.acl))),
`,
  to: '',
  invariant: 1,
};
