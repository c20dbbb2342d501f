import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'no-destination-if-match',
  title: 'copies onto whatever is current at the destination by then',
  file: 'aws/copies/only-if-input.ts',
  from: `onlyIf.kind === 'etag' ? { IfMatch: \`"\${onlyIf.etag}"\` } : { IfNoneMatch: '*' };`,
  to: "onlyIf.kind === 'etag' ? {} : { IfNoneMatch: '*' };",
  invariant: 3,
};
