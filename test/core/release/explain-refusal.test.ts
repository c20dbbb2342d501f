import { expect, it } from '@jest/globals';
import { explainRefusal } from '../../../core/release/explain-refusal.ts';
import { refuse } from '../../../core/release/release-plan.ts';

it.each([
  ['already-released', 'it was released already'],
  [
    'copy-archived',
    'the copy in quarantine is archived: restore it with `aws s3api restore-object`, then release again',
  ],
  [
    'destination-taken',
    'there is an object where it was, and a release never buries what is newer: look at it, move it away, release, and put it back on top if it is to stay',
  ],
  [
    'versioning-suspended',
    'versioning of its bucket is suspended, so that a write would replace an older version for good: enable versioning again, then release',
  ],
  [
    'violation',
    'the policy would find it in violation at once: change the rule, give it a `target`, or add an exemption',
  ],
  [
    'key-not-listed',
    'it was under another customer key than the target: list that key in `rekey-from` of the rule to allow the change, or add an exemption to have it back as it was',
  ],
] as const)('`%s` says why, and what to do', (reason, words) => {
  expect(explainRefusal(refuse(reason))).toBe(words);
  expect(explainRefusal(refuse(reason, 'x'))).toBe(`${words} (x)`);
});

it.each([
  'bucket-gone',
  'copy-unreadable',
  'copy-differs',
  'not-moved-yet',
  'restored-differs',
  'versioning-unreadable',
  'destination-unreadable',
  'source-gone',
  'source-changed',
  'source-unreadable',
  'undecided',
  'stronger-than-target',
  'target-unusable',
] as const)('`%s` is a sentence for people', (reason) => {
  expect(explainRefusal(refuse(reason))).toMatch(/^[a-z].{20,}[^.]$/);
});
