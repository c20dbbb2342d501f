import { isDeepStrictEqual } from 'node:util';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { targetOf, type DemoCase } from '../cases/demo-case.ts';
import type { Upload } from '../cases/upload.ts';
import type { AwsModel } from '../../model/state.ts';
import type { DemoKeys } from '../stage/keys.ts';
import { differences } from './differences.ts';
import { type Ending, isFinal, readEnding } from './ending.ts';
import { takeSnapshot } from './snapshot.ts';
import type { Trace } from './trace.ts';

export type CheckedUpload = {
  readonly upload: Upload;
  readonly ending: Ending | undefined; // undefined: no final record came
  readonly detail?: string; // why it was reported, as far as that is particular to it
  readonly ms: number | undefined;
  readonly problems: readonly string[]; // empty: exactly as expected
  readonly bytesChanged: boolean;
};

export type Evidence = {
  readonly model: AwsModel; // as it is at the end
  readonly keys: DemoKeys;
  readonly ledgerIds: ReadonlySet<string>; // of the records that lie in the ledger
  readonly openIntents: ReadonlySet<string>;
};

const show = (value: unknown): string => JSON.stringify(value);

/** Compares one object version with what was expected of it: its records, and what lies in S3. */
export const checkUpload = (
  { ends, says = '' }: Pick<DemoCase, 'ends' | 'says'>,
  upload: Upload,
  trace: Trace,
  evidence: Evidence,
): CheckedUpload => {
  const ending = readEnding(trace.records);
  const stored = checkStored(upload, ending, evidence);
  const last = trace.records.findLast(isFinal);
  const detail = detailOf(last);
  return {
    upload,
    ending,
    ...(detail !== undefined && { detail }),
    ms: trace.finalAt === undefined ? undefined : trace.finalAt - upload.from,
    bytesChanged: stored.includes('bytes changed'),
    problems: [
      ...(ends.some((one) => isDeepStrictEqual(one, ending))
        ? []
        : [`ended as ${show(ending)}, expected ${ends.map(show).join(' or ')}`]),
      ...(last === undefined || last.message.includes(says)
        ? []
        : [`says ${show(last.message)}, expected ${show(says)} in it`]),
      ...stored,
      ...checkRecords(trace, evidence),
    ],
  };
};

const detailOf = (record: LedgerRecord | undefined): string | undefined => {
  const plan = record?.unmapped.sealward.plan;
  return plan?.kind === 'report' ? plan.detail : undefined;
};

const checkStored = (
  upload: Upload,
  ending: Ending | undefined,
  { model, keys }: Evidence,
): readonly string[] => {
  const { before } = upload;
  const after = takeSnapshot(model, upload);
  if (before === undefined || after === undefined) {
    if (before === after) return [];
    return [before === undefined ? 'is there again, although it was deleted' : 'is not there'];
  }
  const wanted = ending?.how === 'reencrypted' ? targetOf(keys) : before.encryption;
  return [
    ...(before.sha256 === upload.sentSha256 ? [] : ['bytes changed']), // already when it was put
    ...differences(before, after).map((name) => `${name} changed`),
    ...(isDeepStrictEqual(after.encryption, wanted)
      ? []
      : [`is encrypted with ${show(after.encryption)}, expected ${show(wanted)}`]),
  ];
};

const checkRecords = (
  { records }: Trace,
  { ledgerIds, openIntents }: Evidence,
): readonly string[] =>
  records.flatMap(({ metadata: { uid }, unmapped: { sealward } }) => [
    ...(ledgerIds.has(uid) ? [] : [`record \`${uid}\` (${sealward.kind}) is not in the ledger`]),
    ...(sealward.intent !== undefined && openIntents.has(sealward.intent.intentId)
      ? [`intent \`${sealward.intent.intentId}\` was never closed`]
      : []),
  ]);
