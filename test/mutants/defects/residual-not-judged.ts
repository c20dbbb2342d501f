import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'residual-not-judged',
  title: 'has only the copy judged, not the version that stays behind it',
  file: 'core/messages/ref-message.ts',
  from: '...(residual === undefined ? [] : [{ ...ref, versionId: residual }]),',
  to: '...(residual === undefined ? [] : []),',
  invariant: 8,
};
