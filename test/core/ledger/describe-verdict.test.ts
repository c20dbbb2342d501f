import { describe, expect, it } from '@jest/globals';
import { advise } from '../../../core/ledger/advise.ts';
import { describeVerdict } from '../../../core/ledger/describe-verdict.ts';
import type { VerdictRecordInput } from '../../../core/ledger/verdict-record-input.ts';
import {
  APPLIED,
  COMPLIANT,
  COPIED,
  DENIED,
  EXEMPT,
  FAILED,
  GONE,
  makeInput,
  makeReturn,
  MOVED,
  MOVED_TO,
  planOf,
  REFUSED,
  SUPERSEDED,
  takeAway,
  VIOLATION,
} from './make-input.ts';

const NAME = '`payroll-2026/statements/x.pdf`';
const WRONG = `${NAME} is encrypted with \`sse-s3\`, expected \`aws:kms\`:`;
const UPDATE =
  'update its encryption in place under `arn:aws:kms:eu-west-1:111122223333:key/1234abcd`';
const COPY_TOLD =
  'the order was applied (version `v2` is the copy, version `v1` stays behind as it was)';
const MOVE_TOLD = `the order was applied (moved into quarantine as \`${MOVED_TO}\`)`;
const GIVE_BACK =
  'write it again as the rule asks, or have it released from quarantine (`sealward quarantine show intent-1 --stack sealward-prod`)';
const ISOLATED = { kind: 'report', reason: 'already-isolated' } as const;

const ROWS: readonly (readonly [string, VerdictRecordInput, string, string | undefined])[] = [
  ['compliant', makeInput(COMPLIANT), `${NAME} meets rule \`payroll\``, undefined],
  [
    'mended by us',
    makeReturn(COMPLIANT, APPLIED),
    `${NAME} now meets rule \`payroll\`: the order was applied`,
    undefined,
  ],
  [
    'mended by others',
    makeReturn(COMPLIANT, SUPERSEDED),
    `${NAME} now meets rule \`payroll\`: not by our order, which was superseded`,
    undefined,
  ],
  [
    'given up, and mended all the same',
    makeReturn(COMPLIANT, FAILED),
    `${NAME} now meets rule \`payroll\`: the order was given up`,
    undefined,
  ],
  [
    'mended by a copy',
    makeReturn(COMPLIANT, COPIED),
    `${NAME} now meets rule \`payroll\`: ${COPY_TOLD}`,
    'version `v1` still is as it was: delete that version once nobody needs it',
  ],
  [
    'mended in a way that people should know of',
    makeReturn(COMPLIANT, { ...APPLIED, words: 'its annotations\nare lost' }),
    `${NAME} now meets rule \`payroll\`: the order was applied (its annotations\\nare lost)`,
    undefined,
  ],
  [
    'moved, while somebody wrote it anew',
    makeReturn(COMPLIANT, MOVED),
    `${NAME} now meets rule \`payroll\`: ${MOVE_TOLD}`,
    undefined,
  ],
  ['moved into quarantine', makeReturn(GONE, MOVED), `${NAME} is gone: ${MOVE_TOLD}`, GIVE_BACK],
  [
    'moved, and may not be seen to be gone',
    makeReturn(DENIED, MOVED),
    `${NAME} could not be judged: \`access-denied\` (AccessDenied: no); ${MOVE_TOLD}`,
    'let the reader role read the object: look for a deny in the bucket policy, and whether it may list the bucket',
  ],
  [
    'copied, and exempt by now',
    makeReturn(EXEMPT, COPIED),
    `${WRONG} exempt by \`etl-landing\`; ${COPY_TOLD}`,
    undefined,
  ],
  [
    'copied, and in violation of something else',
    makeReturn(VIOLATION, COPIED, { plan: { kind: 'report', reason: 'no-remedy' } }),
    `${WRONG} re-encrypting would not mend it; ${COPY_TOLD}`,
    're-encrypting would not mend it',
  ],
  [
    'isolated',
    makeReturn(VIOLATION, APPLIED, { plan: ISOLATED }),
    `${WRONG} isolated as ordered, its marker tag is there`,
    GIVE_BACK,
  ],
  [
    'isolated long since',
    makeInput(VIOLATION, { plan: ISOLATED }),
    `${WRONG} it is isolated already: its marker tag is there`,
    'write it again as the rule asks, or have it released from quarantine',
  ],
  [
    'isolated in vain',
    makeReturn(VIOLATION, APPLIED, { plan: takeAway('isolate'), sent: 'tried' }),
    `${WRONG} isolation was applied and its marker tag is not seen`,
    'find out what takes its marker tag away, or hides its tags, then judge it again',
  ],
  [
    'moved in vain',
    makeReturn(VIOLATION, MOVED, { plan: takeAway('move'), sent: 'tried' }),
    `${WRONG} move into quarantine was applied and it is still there; ${MOVE_TOLD}`,
    'find out what puts it back, then judge it again',
  ],
  ['exempt', makeInput(EXEMPT), `${WRONG} exempt by \`etl-landing\``, undefined],
  ['gone', makeInput(GONE), `${NAME} is gone: nothing to judge`, undefined],
  [
    'a delete marker',
    makeInput({ kind: 'gone', deleteMarker: true }),
    `${NAME} is a delete marker: nothing to judge`,
    undefined,
  ],
  [
    'unreadable',
    makeInput(DENIED),
    `${NAME} could not be judged: \`access-denied\` (AccessDenied: no)`,
    'let the reader role read the object: look for a deny in the bucket policy, and whether it may list the bucket',
  ],
  [
    'ordered',
    makeInput(VIOLATION, { plan: planOf('intent-1'), sent: 'sent' }),
    `${WRONG} re-encryption ordered`,
    'nothing yet: the next record of this object says how the order ended',
  ],
  [
    'ordered to be moved',
    makeInput(VIOLATION, { plan: takeAway('move'), sent: 'sent' }),
    `${WRONG} move into quarantine ordered`,
    `it is being taken out of use: ${GIVE_BACK}`,
  ],
  [
    'observed',
    makeInput(VIOLATION, { plan: planOf('intent-1'), sent: 'observe' }),
    `${WRONG} re-encryption is planned, but only observed`,
    `to have it done, set \`mode: enforce\` for the stack and the rule: ${UPDATE}`,
  ],
  [
    'not enabled',
    makeInput(VIOLATION, { plan: planOf('intent-1'), sent: 'not-enabled' }),
    `${WRONG} re-encryption is planned, but not enabled in this stack`,
    `do it by hand: ${UPDATE}`,
  ],
  [
    'reported as the policy says',
    makeInput(VIOLATION, { plan: { kind: 'report', reason: 'policy-says-report' } }),
    `${WRONG} the policy says to report only`,
    'bring it under what the rule asks',
  ],
  [
    'reported with a reason',
    makeInput(VIOLATION, { plan: { kind: 'report', reason: 'archived', detail: 'GLACIER' } }),
    `${WRONG} a copy could mend it, once it is restored: use \`aws s3api restore-object\`, then judge it again (GLACIER)`,
    'a copy could mend it, once it is restored: use `aws s3api restore-object`, then judge it again (GLACIER)',
  ],
  [
    'waiting',
    makeInput(VIOLATION, { plan: { kind: 'wait', reason: 'replication-pending', seconds: 900 } }),
    `${WRONG} judge it again in 900 seconds: it is still being replicated`,
    'nothing yet: judge it again in 900 seconds: it is still being replicated',
  ],
  [
    'without a plan',
    makeInput(VIOLATION),
    `${WRONG} nothing was planned`,
    'bring it under what the rule asks',
  ],
  [
    'refused',
    makeReturn(VIOLATION, REFUSED, { plan: planOf('intent-1'), sent: 'tried' }),
    `${WRONG} the order was refused: \`AccessDenied\` (not authorized to perform kms:GenerateDataKey)`,
    'mend what the refusal names, then judge it again',
  ],
  [
    'applied in vain',
    makeReturn(VIOLATION, APPLIED, { plan: planOf('intent-1'), sent: 'tried' }),
    `${WRONG} re-encryption was applied and changed nothing`,
    'find out what sets its encryption back, then judge it again',
  ],
  [
    'superseded and tried',
    makeReturn(VIOLATION, SUPERSEDED, { plan: planOf('intent-1'), sent: 'tried' }),
    `${WRONG} the order was not carried out (newer data)`,
    'judge it again: what stopped the order may be over',
  ],
];

describe('describeVerdict', () => {
  it.each(ROWS)('says of an object that is %s what follows', (_title, input, message) => {
    expect(describeVerdict(input)).toBe(message);
  });

  it('lets no key out of its quotes', () => {
    const input = makeInput(COMPLIANT);
    const ref = { bucket: 'b', key: 'x`\n\u202E' };
    expect(describeVerdict({ ...input, judged: { ref, verdict: COMPLIANT } })).toBe(
      '`b/x\\u{60}\\n\\u{202e}` meets rule `payroll`',
    );
  });
});

describe('advise', () => {
  it.each(ROWS)('says of an object that is %s what to do', (_title, input, _message, advice) => {
    expect(advise(input, 'sealward-prod')).toBe(advice);
  });
});
