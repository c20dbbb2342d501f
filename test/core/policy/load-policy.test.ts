import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadPolicy } from '../../../core/policy/load-policy.ts';
import { policyHashOf } from '../../../core/policy/policy-hash.ts';
import { compiledOf, lockOf } from './policies.ts';

const COMPILED = compiledOf(
  `
version: 1
rules:
  - id: payroll
    match: { buckets: [payroll], object-tags: { pii: "true" } }
    require: { encryption: [aws:kms], kms-key: [alias/a], key-account: ["111122223333"], bucket-key: true, key-rotation: true }
    on-violation: re-encrypt
    target: { kms-key: alias/a }
exemptions:
  - { id: e, match: { buckets: [etl] }, reason: r, owner: o, ticket: t, expires: 2027-01-31 }
`,
  lockOf([['alias/a', 'aaa']]),
);

const copy = (): Record<string, unknown> => JSON.parse(JSON.stringify(COMPILED));

/** Every place of a JSON value that holds no further places. */
const leaves = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => leaves(member, [...path, name]))
    : [path];

const changed = (path: readonly string[], change: (value: unknown) => unknown): unknown => {
  const json = copy();
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((inner, name) => inner[name] as Record<string, unknown>, json);
  const last = path.at(-1) ?? '';
  parent[last] = change(parent[last]);
  return json;
};

const other = (value: unknown): unknown =>
  typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${String(value)}x`;

describe('loading a compiled policy', () => {
  it('takes what was compiled, after it was written and read', () => {
    const { matchers, ...rest } = loadPolicy(copy());
    expect(rest).toEqual(COMPILED);
    expect(matchers.rulesOf('payroll')).toHaveLength(2);
  });

  it('does not mind the order of members', () => {
    const reversed = Object.fromEntries(Object.entries(copy()).toReversed());
    expect(loadPolicy(reversed).policyHash).toBe(COMPILED.policyHash);
  });

  it.each(leaves(copy()).map((path) => [path.join('.'), path] as const))(
    'refuses it when `%s` was changed',
    (_title, path) => {
      expect(() => loadPolicy(changed(path, other))).toThrow(/compile the policy again/);
      expect(() => loadPolicy(changed(path, () => undefined))).toThrow(/compile the policy again/);
    },
  );

  it('says where it is not as expected', () => {
    expect(() => loadPolicy(changed(['rules', '0', 'mode'], () => 'dry-run'))).toThrow(
      'not a compiled policy: `rules.0.mode` is not as expected, compile the policy again',
    );
    expect(() => loadPolicy([])).toThrow('not a compiled policy: its top level is not as expected');
  });

  it('says when it was edited by hand', () => {
    const edited = changed(['rules', '0', 'severity'], () => 'low');
    expect(() => loadPolicy(edited)).toThrow(/it was changed after compiling/);
  });

  it('refuses a policy under which an object could be governed by no rule', () => {
    const { policyHash: _, ...rest } = { ...COMPILED, rules: COMPILED.rules.slice(0, 1) };
    expect(() => loadPolicy({ ...rest, policyHash: policyHashOf(rest) })).toThrow('`rules`');
  });

  it('refuses members that it does not know', () => {
    expect(() => loadPolicy({ ...copy(), extra: 1 })).toThrow(/not a compiled policy/);
  });

  it('refuses anything else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(() => loadPolicy(json)).toThrow(/^not a compiled policy/);
      }),
    );
  });
});
