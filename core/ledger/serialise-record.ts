import { visibleJson } from '../visible-json.ts';
import { clipText } from './clip-text.ts';
import type { LedgerRecord } from './ledger-record.ts';

/** Any record of the audit trail, whatever its OCSF class. */
export type AnyRecord = Pick<LedgerRecord, 'metadata'>;

/** Bytes of one record, newline included. https://docs.aws.amazon.com/firehose/latest/dev/limits.html */
export const LARGEST_RECORD = 1000 * 1024;

// No S3 key (1,024 bytes), ARN or id comes near: only a message that somebody forged can be cut, and the base64
// of an unreadable one is bounded where it is made.
const LONGEST_TEXT = 8192;

/**
 * One line of UTF-8 JSON, newline included. Hidden and acting characters are JSON escapes, which read back as they
 * were. Halves of surrogate pairs cannot stand in a key (S3 keys are UTF-8) and make DuckDB and others refuse the
 * whole file: they become U+FFFD.
 */
export const serialiseRecord = (record: AnyRecord): string => {
  const json = JSON.stringify(record, (name, value: unknown) =>
    typeof value === 'string' ? wellFormed(name, value) : value,
  );
  const line = `${visibleJson(json)}\n`;
  const bytes = Buffer.byteLength(line);
  if (bytes > LARGEST_RECORD) {
    throw new Error(
      `ledger record \`${record.metadata.uid}\` has ${bytes} bytes, Firehose takes at most ${LARGEST_RECORD}`,
    );
  }
  return line;
};

const wellFormed = (name: string, text: string): string =>
  (name === 'base64' ? text : clipText(text, LONGEST_TEXT)).toWellFormed();
