import type { Alert } from '../../../../core/alerts/alert.ts';
import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { Finding, Invariant } from '../invariant.ts';
import type { Step } from '../../steps/step.ts';
import { NOTHING, violation } from './violation.ts';

// Controls with ESC, bidirectional and other format characters, line and paragraph separators, halves of pairs.
const ACTING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const SUBJECT = /^[A-Za-z0-9][ -~]{0,98}$/; // less than 100: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
const REFUSED_BY_SQS = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const LABELS = [
  'severity',
  'what',
  'where',
  'why',
  'done',
  'to do',
  'look',
  'rule',
  'trigger',
  'when',
  'finding',
  'record',
  'policy',
  'stack',
];
const ATTRIBUTES = new Set(['severity', 'kind', 'rule', 'bucket', 'account', 'region']);

const flawOfLine = (line: string, record: LedgerRecord | undefined): string | undefined => {
  if (!line.endsWith('\n')) return 'a ledger line without its line end';
  const text = line.slice(0, -1);
  if (ACTING.test(text)) return 'a ledger line holds a character that acts, or a second line';
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(record)
      ? undefined
      : 'a ledger line does not read back as its record';
  } catch {
    return 'a ledger line is not JSON';
  }
};

const flawOfRecord = ({
  message,
  finding_info: { title },
  remediation,
  compliance: { checks = [] },
}: LedgerRecord): string | undefined => {
  const texts = [message, title, remediation?.desc ?? '', ...checks.map(({ desc }) => desc)];
  return texts.some((text) => ACTING.test(text))
    ? `a record shows text that acts: ${JSON.stringify(texts.find((text) => ACTING.test(text)))}`
    : undefined;
};

/** Each line has a label of ours, in our order and once: no text can begin one of its own. */
const flawOfBody = (body: string): string | undefined => {
  let last = -1;
  for (const line of body.split('\n')) {
    const label = LABELS.indexOf(line.slice(0, line.indexOf(':')));
    if (label <= last) return `an alert has a line of its own making: ${JSON.stringify(line)}`;
    if (ACTING.test(line)) return `an alert shows text that acts: ${JSON.stringify(line)}`;
    last = label;
  }
  return undefined;
};

const flawOfAlert = ({ subject, body, attributes }: Alert): string | undefined => {
  if (!SUBJECT.test(subject)) return `no subject for SNS: ${JSON.stringify(subject)}`;
  for (const [name, value] of Object.entries(attributes)) {
    if (!ATTRIBUTES.has(name) || value === '' || value.length > 256 || ACTING.test(value)) {
      return `no attribute for SNS: ${JSON.stringify([name, value])}`;
    }
  }
  return flawOfBody(body);
};

const found = (flaws: readonly (string | undefined)[]): readonly Finding[] => {
  const flaw = flaws.find((one) => one !== undefined);
  return flaw === undefined ? NOTHING : [violation(13, flaw)];
};

export const HOSTILE_TEXT: Invariant = {
  number: 13,
  title: 'object keys, principals, tags and bucket names are hostile text: no output lets them act',
  watch: () => ({
    see: (step: Step) => {
      switch (step.kind) {
        case 'recorded':
          return found([
            step.lines.length === step.records.length ? undefined : 'lines that are no records',
            ...step.lines.map((line, index) => flawOfLine(line, step.records[index])),
            ...step.records.map(flawOfRecord),
          ]);
        case 'alerted':
          return found(step.alerts.map(flawOfAlert));
        case 'sent':
          return step.by !== 's3' && REFUSED_BY_SQS.test(step.message.body)
            ? [violation(13, 'a message holds a character that SQS refuses')]
            : NOTHING;
        default:
          return NOTHING;
      }
    },
  }),
};
