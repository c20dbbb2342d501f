import { expect, it } from '@jest/globals';
import type { Order, OrderKind } from '../../../core/orders/order.ts';
import { noLongerOrdered } from '../../../core/orders/still-ordered.ts';
import type { CompiledRule, OnViolation } from '../../../core/policy/compiled-policy.ts';
import { keyArn, makeViolation } from '../../made/facts.ts';

const under = (...rules: readonly CompiledRule[]) => ({ rules, policyHash: 'hash' });
const TO = { keyArn: keyArn('target'), algorithm: 'aws:kms', bucketKey: true } as const;
const rule = (onViolation: OnViolation): CompiledRule => ({
  id: 'payroll',
  match: {},
  require: {},
  onViolation,
  target: TO,
  rekeyFrom: [],
  severity: 'high',
  mode: 'enforce',
});
const order = (kind: OrderKind, to: object | undefined = TO): Order =>
  ({
    kind,
    ref: { bucket: 'b', key: 'k', versionId: 'v1' },
    pin: { kind: 'version', versionId: 'v1' },
    because: makeViolation({ rule: 'payroll' }),
    policyHash: 'hash',
    intentId: 'i1',
    ...(to && { to }),
  }) as unknown as Order;
const bare = (kind: OrderKind): Order => order(kind, undefined);

it.each([
  ['an update', 're-encrypt', order('update-encryption')],
  ['an update where copies are fine too', 're-encrypt-by-copy', order('update-encryption')],
  ['a copy', 're-encrypt-by-copy', order('copy')],
  ['a copy in parts', 're-encrypt-by-copy', order('copy-in-parts')],
  ['an isolation', 'isolate', bare('isolate')],
  ['an isolation in place of a move', 'quarantine', bare('isolate')],
  ['a move', 'quarantine', bare('move')],
] as const)('%s is still ordered by its rule', (_title, onViolation, one) => {
  expect(noLongerOrdered(under(rule(onViolation)), 'enforce', one)).toBeUndefined();
});

it.each([
  ['a copy once the rule only updates', 're-encrypt', order('copy'), 're-encrypt'],
  ['a move once the rule only isolates', 'isolate', bare('move'), 'isolate'],
  ['an update once the rule reports', 'report', order('update-encryption'), 'report'],
  [
    'a copy to another key than the target',
    're-encrypt-by-copy',
    order('copy', { ...TO, keyArn: keyArn('other') }),
    'target',
  ],
  [
    'an update with another bucket-key flag',
    're-encrypt',
    order('update-encryption', { ...TO, bucketKey: false }),
    'target',
  ],
] as const)('%s is not carried out', (_title, onViolation, one, words) => {
  expect(noLongerOrdered(under(rule(onViolation)), 'enforce', one)).toContain(words);
});

it('nothing is carried out while stack or rule observe, or once the rule is gone', () => {
  const move = bare('move');
  const observing = { ...rule('quarantine'), mode: 'observe' } as const;
  for (const [rules, mode] of [
    [[rule('quarantine')], 'observe'],
    [[observing], 'enforce'],
    [[], 'enforce'],
  ] as const) {
    expect(noLongerOrdered(under(...rules), mode, move)).toBe('stack and rule do not both enforce');
  }
});

it('an order goes by its own rule, wherever that stands', () => {
  const other = { ...rule('report'), id: 'other' };
  const rules = under(other, rule('quarantine'));
  expect(noLongerOrdered(rules, 'enforce', bare('move'))).toBeUndefined();
});

it('a copy is not carried out once the rule has another algorithm, or no target', () => {
  const dsse = order('copy', { ...TO, algorithm: 'aws:kms:dsse' });
  const { target: _target, ...untargeted } = rule('re-encrypt-by-copy');
  const words = "the rule's target is another one";
  expect(noLongerOrdered(under(rule('re-encrypt-by-copy')), 'enforce', dsse)).toBe(words);
  expect(noLongerOrdered(under(untargeted), 'enforce', order('copy'))).toBe(words);
});

it('nothing is carried out under another policy, which may exempt the object by now', () => {
  const other = { ...under(rule('quarantine')), policyHash: 'another' };
  expect(noLongerOrdered(other, 'enforce', bare('move'))).toContain('another policy');
});
