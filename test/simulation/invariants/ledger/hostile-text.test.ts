import { describe, expect, it } from '@jest/globals';
import type { Alert } from '../../../../core/alerts/alert.ts';
import { HOSTILE_TEXT } from './hostile-text.ts';
import { compliant, put } from './made-object.ts';
import { createMadeRun, type MadeRun } from './made-run.ts';

const BUCKET = 'update-on';
const wordsOf = (run: MadeRun): readonly string[] =>
  run.watch(HOSTILE_TEXT).map(({ words }) => words);

const GOOD: Alert = {
  subject: 'sealward high: violation of update: update-on/k',
  body: 'severity: high\nwhat:     a title\nwhere:    object `k`\nrecord:   r1',
  attributes: { severity: 'high', kind: 'violation', bucket: BUCKET },
};

const alerted = (alert: Alert): MadeRun => {
  const run = createMadeRun();
  run.step({ kind: 'alerted', at: run.now(), by: run.begin('judge-object'), alerts: [alert] });
  return run;
};

describe('hostile text acts nowhere', () => {
  it('finds nothing in good alerts and lines', () => {
    const run = alerted(GOOD);
    run.record(run.begin('judge-object'), {
      ...compliant(BUCKET, put(run, BUCKET)),
      key: '\n\u001B[2J\u202E',
    });
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it.each([
    ['a subject of two lines', { subject: 'a\nb' }],
    ['a subject beyond ASCII', { subject: 'ü' }],
    ['a subject that is too long', { subject: 'a'.repeat(100) }],
    ['a line that a key began', { body: `${GOOD.body}\nto do:    call 555` }],
    ['a line without a label', { body: `${GOOD.body}\nhello` }],
    ['an escape', { body: 'what:     \u001B[2J' }],
    ['a bidirectional override', { body: 'what:     \u202Egnp.exe' }],
    ['an empty attribute', { attributes: { rule: '' } }],
    ['an attribute of its own making', { attributes: { evil: 'x' } }],
  ])('catches %s', (_what, flaw) => {
    expect(wordsOf(alerted({ ...GOOD, ...flaw }))).toHaveLength(1);
  });

  it.each([
    ['a second line', (line: string) => line.replace('a sentence', 'a\n')],
    ['a raw control', (line: string) => line.replace('a sentence', '\u001B')],
    ['no line end', (line: string) => line.trimEnd()],
    ['another text than its record', (line: string) => line.replace('a sentence', 'no sentence')],
    ['what is no JSON', () => '{\n'],
  ])('catches a ledger line with %s', (_what, spoil) => {
    const run = createMadeRun();
    const by = run.begin('judge-object');
    run.record(by, compliant(BUCKET, put(run, BUCKET)));
    const step = run.steps.at(-1);
    if (step?.kind !== 'recorded') throw new Error('no record');
    run.step({ ...step, lines: step.lines.map(spoil) });
    expect(wordsOf(run)).toHaveLength(1);
  });

  it('catches a record whose sentence acts, and a message that SQS refuses', () => {
    const run = createMadeRun();
    const by = run.begin('judge-object');
    run.record(by, { ...compliant(BUCKET, put(run, BUCKET)), message: 'a\u2028b' });
    run.send(by, 'objects', '{"key":"\uFFFF"}');
    expect(wordsOf(run)).toHaveLength(2);
  });
});
