import { describe, expect, it } from '@jest/globals';
import { exemptionFor } from '../../../core/policy/exemption-for.ts';
import { policyOf } from './policies.ts';

const policy = policyOf(`
version: 1
exemptions:
  - { id: old, match: { buckets: [etl] }, reason: r, owner: o, expires: 2026-12-31 }
  - { id: older, match: { buckets: [etl, lab] }, reason: r, owner: o, expires: 2026-06-30 }
  - { id: tmp, match: { buckets: [etl], objects: ["tmp/**"] }, reason: r, owner: o, expires: 2027-01-31 }
`);

describe('the exemption of an object', () => {
  it.each([
    ['holds from the start', 'etl', 'x', '2026-01-01T00:00:00Z', 'exempt old'],
    ['holds to the end of its last day', 'etl', 'x', '2026-12-31T23:59:59.999Z', 'exempt old'],
    ['lapses with that day', 'etl', 'x', '2027-01-01T00:00:00Z', 'lapsed old'],
    ['is any that still holds', 'etl', 'tmp/x', '2027-01-01T00:00:00Z', 'exempt tmp'],
    [
      'is the first that lapsed, when all have',
      'etl',
      'tmp/x',
      '2027-02-01T00:00:00Z',
      'lapsed old',
    ],
    ['is another in another bucket', 'lab', 'x', '2026-07-01T00:00:00Z', 'lapsed older'],
    ['is none where none matches', 'data', 'x', '2026-01-01T00:00:00Z', 'none'],
  ])('%s', (_title, bucket, key, now, expected) => {
    const found = exemptionFor(policy, { bucket, key }, new Date(now));
    expect(found === undefined ? 'none' : `${found.kind} ${found.exemption.id}`).toBe(expected);
  });
});
