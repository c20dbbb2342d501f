import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alertFor } from '../../core/alerts/alert-for.ts';
import { breakerOpenedRecord } from '../../core/ledger/breaker-opened-record.ts';
import {
  failedOrderRecord,
  unreadableMessageRecord,
} from '../../core/ledger/dead-letter-record.ts';
import { verdictRecord } from '../../core/ledger/verdict-record.ts';
import { anyInput, anyOrder } from '../core/ledger/any-input.ts';
import { hostileText } from '../core/ledger/any-verdict.ts';
import { CONTEXT } from '../core/ledger/make-input.ts';
import { acting } from './acts.ts';

describe('an alert', () => {
  // https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
  it('is text that SNS takes and that acts nowhere, whatever it is about', () => {
    fc.assert(
      fc.property(anyInput, anyOrder, hostileText, (input, order, text) => {
        const records = [
          verdictRecord(input, { ...CONTEXT, stack: text }),
          failedOrderRecord(order, { receiveCount: 3, words: text }, CONTEXT),
          unreadableMessageRecord(text, text, CONTEXT),
          breakerOpenedRecord({ rule: text, orders: 1, hour: text, at: text }, CONTEXT),
        ];
        for (const alert of records.flatMap((one) => alertFor(one, 'informational') ?? [])) {
          expect(alert.subject).toMatch(/^[A-Za-z][ -~]{0,98}$/);
          expect(acting(alert.body.split('\n'))).toEqual([]);
          expect(alert.body).not.toMatch(/(?<!\bs3):\/\//); // mail makes a link of it
          expect(acting(Object.values(alert.attributes))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has as many lines as there is to say, and not one more', () => {
    const record = unreadableMessageRecord('x', 'a\nto do: run this\n', CONTEXT);
    expect(alertFor(record, 'informational')?.body.match(/^to do:/gm)).toHaveLength(1);
  });
});
