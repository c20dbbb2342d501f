import { describe, expect, it } from '@jest/globals';
import { unreadableMessageRecord } from '../../../core/ledger/dead-letter-record.ts';
import { LARGEST_RECORD, serialiseRecord } from '../../../core/ledger/serialise-record.ts';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import { COMPLIANT, CONTEXT, DENIED, makeInput, VIOLATION } from './make-input.ts';

const withKey = (key: string): string => {
  const ref = { bucket: 'b', key };
  return serialiseRecord(
    verdictRecord({ ref, cause: 'event', judged: { ref, verdict: COMPLIANT } }, CONTEXT),
  );
};
const keyIn = (line: string): unknown =>
  (JSON.parse(line) as { resources: { name: unknown }[] }).resources[0]?.name;

describe('serialiseRecord', () => {
  it('writes one line that ends with a newline', () => {
    expect(withKey('a\nb').match(/\n/g)).toHaveLength(1);
    expect(withKey('a\nb').endsWith('}\n')).toBe(true);
  });

  it.each([
    ['a line separator', '\u2028', '"name":"\\u2028"'],
    ['a right-to-left override', '\u202E', '"name":"\\u202e"'],
    ['an ANSI escape of one byte', '\u009B', '"name":"\\u009b"'],
    ['a tag character', '\u{E0041}', '"name":"\\udb40\\udc41"'],
    ['visible letters', '日本é🗝', '"name":"日本é🗝"'],
  ])('writes %s so that it reads back and does nothing', (_title, key, json) => {
    expect(withKey(key)).toContain(json);
    expect(keyIn(withKey(key))).toBe(key);
  });

  it('replaces half of a surrogate pair, which no S3 key holds and no reader takes', () => {
    expect(keyIn(withKey('a\uD800b'))).toBe('a\uFFFDb');
  });

  it('takes the longest key whole', () => {
    const key = '\u0001'.repeat(1024);
    expect(keyIn(withKey(key))).toBe(key);
  });

  it('cuts what only a forged message can hold, and stays small enough for Firehose', () => {
    const text = '\u0001'.repeat(1024 * 1024);
    const ref = { bucket: text, key: text, versionId: text, sequencer: text };
    const input = makeInput({ ...DENIED, words: text } as typeof DENIED);
    const line = serialiseRecord(
      verdictRecord(
        { ...input, ref, runId: text, etag: text, judged: { ...input.judged, ref } },
        CONTEXT,
      ),
    );
    expect(Buffer.byteLength(line)).toBeLessThan(LARGEST_RECORD);
    expect(String(keyIn(line)).length).toBe(8192);
  });

  it('takes the evidence of an unreadable message whole', () => {
    const record = unreadableMessageRecord('x'.repeat(64 * 1024), 'arn:q', CONTEXT);
    expect(JSON.parse(serialiseRecord(record))).toEqual(record);
  });

  it('is loud about a record that Firehose would not take', () => {
    const expected = Array.from({ length: 2000 }, () => 'x'.repeat(1000));
    const record = verdictRecord(makeInput({ ...VIOLATION, expected }), CONTEXT);
    const huge = { ...record, compliance: { ...record.compliance, requirements: expected } };
    expect(() => serialiseRecord(huge)).toThrow(/ledger record `[0-9a-f]{64}` has \d+ bytes/);
  });
});
