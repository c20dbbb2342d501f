import type { LedgerRecord } from '../ledger/ledger-record.ts';
import { clipText } from '../ledger/clip-text.ts';
import { quarantineCommand } from '../ledger/quarantine-command.ts';
import { quoteText, showText } from '../show-text.ts';
import { checkCommand } from './check-command.ts';
import { whatWasDone } from './what-was-done.ts';

// UTF-16 units, of at most three bytes each: fourteen such lines and the attributes stay below SNS's 256 KiB.
// The longest key in hexadecimal, with its bucket and version, fits in.
// https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
const LONGEST_LINE = 6000;

/** Plain text: what, where, why, what was done, what to do now, and the ids to find it again. */
export const alertBody = (record: LedgerRecord): string => {
  const { metadata, finding_info: finding, remediation, unmapped, cloud, time } = record;
  const { policyHash, stack, rule, trigger, closes } = unmapped.sealward;
  const command =
    closes?.movedTo === undefined
      ? checkCommand(record.resources[0])
      : quarantineCommand(closes.intentId, stack);
  const lines: readonly (readonly [name: string, text: string | undefined])[] = [
    ['severity', record.severity.toLowerCase()],
    ['what', finding.title],
    ['where', where(record)],
    ['why', record.message],
    ['done', whatWasDone(record)],
    ['to do', remediation?.desc],
    ['look', command !== undefined && command.length > LONGEST_LINE ? undefined : command],
    ['rule', rule === undefined ? undefined : quoteText(rule)],
    ['trigger', trigger?.cause],
    ['when', new Date(time).toISOString()],
    ['finding', finding.uid],
    ['record', metadata.uid],
    ['policy', showText(policyHash)], // of an order: whatever its message said
    ['stack', `${quoteText(stack)} in account ${cloud.account.uid}, ${cloud.region}`],
  ];
  return lines
    .filter((line): line is readonly [string, string] => line[1] !== undefined)
    .map(([name, text]) => `${`${name}:`.padEnd(10)}${toLine(name, text)}`)
    .join('\n');
};

const where = ({ resources: [resource] }: LedgerRecord): string => {
  if (resource.type === 'AWS::SQS::Queue') {
    return `queue ${quoteText(resource.uid)}`;
  }
  if (resource.type === 'Sealward::Rule') {
    return `orders of rule ${quoteText(resource.name)}`;
  }
  const version = resource.version === undefined ? '' : `, version ${quoteText(resource.version)}`;
  return `object ${quoteText(resource.name)} in bucket ${quoteText(resource.namespace ?? '')}${version}`;
};

// Mail programs make a link of any `https://...`; a key must not become one. `s3://` is none, and commands care for
// themselves.
const toLine = (name: string, text: string): string =>
  clipText(name === 'look' ? text : text.replaceAll(/(?<!\bs3):\/\//g, ':/\\u{2f}'), LONGEST_LINE);
