import type { ReleasePlan, RefusalReason } from './release-plan.ts';

const WORDS: Readonly<Record<RefusalReason, string>> = {
  'already-released': 'it was released already',
  'bucket-gone': 'the bucket that it came from is no more: make it again first',
  'copy-unreadable': 'the copy in quarantine cannot be read',
  'copy-archived':
    'the copy in quarantine is archived: restore it with `aws s3api restore-object`, then release again',
  'copy-differs': 'the copy in quarantine is not what its manifest says: find out who changed it',
  'not-moved-yet': 'it is still where it was: the order that moves it is not finished',
  'destination-taken':
    'there is an object where it was, and a release never buries what is newer: look at it, move it away, release, and put it back on top if it is to stay',
  'restored-differs':
    'an earlier run has put it back, and what is there by now is not as its manifest says: put right what differs, or delete it, then release again',
  'versioning-suspended':
    'versioning of its bucket is suspended, so that a write would replace an older version for good: enable versioning again, then release',
  'versioning-unreadable':
    'nobody can tell whether versioning of its bucket is suspended, and then a write would replace an older version for good',
  'destination-unreadable':
    'what is there where it was cannot be read, so it could be something newer',
  'source-gone': 'the version that was isolated is gone: there is nothing to release',
  'source-changed': 'the object was overwritten since it was isolated: there is nothing to release',
  'source-unreadable': 'the version that was isolated cannot be read',
  violation:
    'the policy would find it in violation at once: change the rule, give it a `target`, or add an exemption',
  undecided: 'the policy cannot be decided for it: mend what could not be read, then release again',
  'key-not-listed':
    'it was under another customer key than the target: list that key in `rekey-from` of the rule to allow the change, or add an exemption to have it back as it was',
  'stronger-than-target':
    'it was under DSSE-KMS, which is never downgraded: let the rule allow `aws:kms:dsse`, or add an exemption',
  'target-unusable': "the key of the rule's target cannot be used now",
};

/** One sentence for people: why nothing is released, and what to do. `detail` is raw text. */
export const explainRefusal = ({
  reason,
  detail,
}: Extract<ReleasePlan, { kind: 'refused' }>): string =>
  detail === undefined ? WORDS[reason] : `${WORDS[reason]} (${detail})`;
