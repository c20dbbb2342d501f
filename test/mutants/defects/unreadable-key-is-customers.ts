import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'unreadable-key-is-customers',
  title:
    'takes a key that KMS does not describe for a customer key, since those are the ones with policies of their own',
  file: 'core/requirements/key-manager.ts',
  from: "const words = key?.kind === 'key-unreadable' ? { words: key.words } : {};",
  to: `if (key?.kind === 'key-unreadable') return undefined;
    const words = {};`,
  invariant: 5,
};
