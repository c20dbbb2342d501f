import { expect, it } from '@jest/globals';
import { createPaint } from '../../../../cli/paint.ts';
import { showFaults } from '../../../../local/demo/show/show-faults.ts';

it('names every kind of fault that was dealt, and no other', () => {
  const none = { 'slow-down': 0, 'internal-error': 0, throttled: 0, corrupted: 0, partial: 0 };
  const faults = {
    seed: 7,
    calls: { ...none, 'request-lost': 1, 'answer-lost': 2, late: 10 },
    events: { duplicated: 1, delayed: 0, reordered: 0, dropped: 3 },
    exhausted: 1,
  };
  expect(showFaults(faults, { uploadsLeft: 1, copiesLeft: 2 }, createPaint(false))).toEqual([
    'faults, by seed 7',
    '    13  attempts at calls of the functions went wrong: 1 request-lost, 2 answer-lost, 10 late',
    '     1  of these calls failed at every attempt, so that what was being done went back to its queue',
    '     4  S3 events went astray: 1 duplicated, 3 dropped',
    '     1  uploads left behind, whose ids were lost: see `sealward status`',
    '     2  older copies in quarantine, below those that were made again',
  ]);
});
