import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'exemption-never-expires',
  title: 'forgets to ask whether an exemption has expired',
  file: 'core/policy/exemption-for.ts',
  from: 'if (now.getTime() < endsAt) {',
  to: 'if (now.getTime() < endsAt || endsAt > 0) {',
  invariant: 11,
};
