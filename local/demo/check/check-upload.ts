import { isDeepStrictEqual } from 'node:util';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { DemoCase } from '../cases/demo-case.ts';
import type { Upload } from '../cases/upload.ts';
import { checkNamed } from './check-named.ts';
import { checkStored } from './check-stored.ts';
import type { Evidence } from './evidence.ts';
import { type Ending, isFinal, readEnding } from './ending.ts';
import type { ObjectName } from './snapshot.ts';
import type { Trace } from './trace.ts';

export type CheckedUpload = {
  readonly upload: Upload;
  readonly ending: Ending | undefined; // undefined: no final record came
  readonly detail?: string; // why it was reported, as far as that is particular to it
  readonly became?: ObjectName; // the version that a copy of it made
  readonly intentId?: string; // of the order that was given
  readonly ms: number | undefined;
  readonly problems: readonly string[]; // empty: exactly as expected
  readonly bytesChanged: boolean;
};

const show = (value: unknown): string => JSON.stringify(value);

/** Compares one object version with what was expected of it: its records, and what lies in S3. */
export const checkUpload = (
  { ends, says = '' }: Pick<DemoCase, 'ends' | 'says'>,
  upload: Upload,
  trace: Trace,
  evidence: Evidence,
): CheckedUpload => {
  const { records, heir } = trace;
  const ending = readEnding(records, heir?.records);
  const intentId = records
    .flatMap(({ unmapped }) => unmapped.sealward.intent ?? [])
    .at(-1)?.intentId;
  const stored = checkStored(upload, { ending, heir: heir?.name, intentId }, evidence);
  const last = records.findLast(isFinal);
  const detail = detailOf(last);
  return {
    upload,
    ending,
    ...(detail !== undefined && { detail }),
    ...(heir !== undefined && { became: heir.name }),
    ...(intentId !== undefined && { intentId }),
    ms: trace.finalAt === undefined ? undefined : trace.finalAt - upload.from,
    bytesChanged: stored.some((problem) => problem.startsWith('bytes changed')),
    problems: [
      ...(ends.some((one) => isDeepStrictEqual(one, ending))
        ? []
        : [`ended as ${show(ending)}, expected ${ends.map(show).join(' or ')}`]),
      ...(last === undefined || last.message.includes(says)
        ? []
        : [`says ${show(last.message)}, expected ${show(says)} in it`]),
      ...stored,
      ...checkNamed(upload, trace, ending, intentId, evidence),
      ...checkRecords([...records, ...(heir?.records ?? [])], evidence),
    ],
  };
};

/** Why it was reported, or in which words it was refused. */
const detailOf = (record: LedgerRecord | undefined): string | undefined => {
  const { plan, closes } = record?.unmapped.sealward ?? {};
  return plan?.kind === 'report' ? plan.detail : closes?.words;
};

const checkRecords = (
  records: readonly LedgerRecord[],
  { ledgerIds, openIntents }: Evidence,
): readonly string[] =>
  records.flatMap(({ metadata: { uid }, unmapped: { sealward } }) => [
    ...(ledgerIds.has(uid) ? [] : [`record \`${uid}\` (${sealward.kind}) is not in the ledger`]),
    ...(sealward.intent !== undefined && openIntents.has(sealward.intent.intentId)
      ? [`intent \`${sealward.intent.intentId}\` was never closed`]
      : []),
  ]);
