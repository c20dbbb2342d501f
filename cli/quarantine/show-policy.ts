import { showText } from '../../core/show-text.ts';
import type { Fact } from '../check/show-checked.ts';
import type { OpenEntry } from './open-entry.ts';

/** By which policy was judged: what the stack was deployed with may be another one, and takes the object away again. */
export const showPolicy = ({
  policy,
  policyPath,
  entry,
}: Pick<OpenEntry, 'policy' | 'policyPath' | 'entry'>): readonly Fact[] => {
  const { policyHash } = policy;
  const before = entry.manifest.policyHash;
  const same = policyHash === before;
  return [
    ['policy', `${policyHash.slice(0, 12)}, from ${showText(policyPath)}`],
    ...(same
      ? []
      : [
          [
            'note',
            `it was taken away under policy ${showText(before.slice(0, 12))}: deploy this one before, or the stack takes it away again`,
          ] as const,
        ]),
  ];
};
