import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'dead-letter-not-sent-back',
  title:
    'records a failed order and does not have its object judged again, although it may have been applied',
  file: 'app/close-dead-letters.ts',
  from: 'return [{ id, record: failedOrderRecord(order, { receiveCount }, context), back }];',
  to: 'return [{ id, record: failedOrderRecord(order, { receiveCount }, context) }];',
  invariant: 8,
};
