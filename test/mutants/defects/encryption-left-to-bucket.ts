import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'encryption-left-to-bucket',
  title: 'leaves the encryption of a copy to the default of the bucket',
  file: 'aws/copies/new-object-input.ts',
  from: `  ...encryptionInput(encryption),
`,
  to: '',
  invariant: 4,
};
