import { expect, it } from '@jest/globals';
import { createPaint } from '../../../../cli/paint.ts';
import { createLayOut } from '../../../../local/demo/show/lay-out.ts';
import { widthOf } from '../../../../local/demo/show/text-width.ts';
import type { VerdictLine } from '../../../../local/demo/show/verdict-line.ts';

const line: VerdictLine = {
  object: `payroll/${'鍵'.repeat(300)}`,
  found: 'sse-kms payroll, no bucket key',
  rule: 'campaigns',
  order: 'update-encryption',
  outcome: 'reported: source-key-not-listed',
  ending: { how: 'exempt', exemption: 'x' },
  ms: '12345',
};

it.each([132, 160, 300])(
  'with %s columns has one line for each object, with all of it',
  (columns) => {
    const [shown = '', ...more] = createLayOut(columns, createPaint(false)).line(line);
    expect(more).toEqual([]);
    expect(widthOf(shown)).toBeLessThanOrEqual(columns);
    const { ending: _, object: __, ...others } = line;
    for (const part of Object.values(others)) expect(shown).toContain(part);
  },
);

it.each([40, 80, 100])('with %s columns has two, and a name that does not wrap', (columns) => {
  const layOut = createLayOut(columns, createPaint(false));
  const [name = '', story] = layOut.line(line);
  expect(widthOf(name)).toBeLessThanOrEqual(columns);
  expect(story).toBe(
    '  sse-kms payroll, no bucket key > campaigns > update-encryption > reported: source-key-not-listed, 12345 ms',
  );
  expect(layOut.head()).toEqual([]);
});

it('colours the outcome only where colour is on', () => {
  const escape = String.fromCodePoint(27);
  expect(createLayOut(160, createPaint(true)).line(line).join('')).toContain(
    `${escape}[33mreported`,
  );
  expect(createLayOut(160, createPaint(false)).line(line).join('')).not.toContain(escape);
});
