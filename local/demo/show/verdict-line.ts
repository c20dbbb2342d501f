import { assertNever } from '../../../core/assert-never.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { showText } from '../../../core/show-text.ts';
import { type Ending, readEnding } from '../check/ending.ts';
import type { Trace } from '../check/trace.ts';
import type { World } from '../world/world.ts';
import { showEncryption } from './show-encryption.ts';

/** The story of one object version on one line, in shown text. */
export type VerdictLine = {
  readonly object: string;
  readonly found: string; // when it was first judged
  readonly rule: string;
  readonly order: string;
  readonly outcome: string;
  readonly ending: Ending | undefined;
  readonly ms: string;
};

export const showEnding = (ending: Ending | undefined): string => {
  if (ending === undefined) return 'no verdict';
  switch (ending.how) {
    case 'compliant':
      return 'left alone';
    case 'reencrypted':
      return 're-encrypted';
    case 'copied':
      return 'copied';
    case 'isolated':
      return 'isolated';
    case 'quarantined':
      return 'moved to quarantine';
    case 'reported':
      return ending.refused === undefined
        ? `reported: ${ending.because}`
        : `refused: ${showText(ending.refused)}`;
    case 'exempt':
      return `exempt: ${showText(ending.exemption)}`;
    case 'indeterminate':
      return `indeterminate: ${ending.cause}`;
    case 'gone':
      return 'gone';
    default:
      return assertNever(ending);
  }
};

const showFound = (
  world: Pick<World, 'keys' | 'model'>,
  records: readonly LedgerRecord[],
): string => {
  const [first] = records;
  const found = showEncryption(world, first?.unmapped.sealward.encryption);
  return first?.compliance.requirements?.[0] === 'bucket-key' ? `${found}, no bucket key` : found;
};

const orderOf = (records: readonly LedgerRecord[]): string => {
  for (const { unmapped } of records) {
    const { intent, plan } = unmapped.sealward;
    if (intent !== undefined) return intent.order.kind;
    if (plan?.kind === 'order') return plan.order;
  }
  return '-';
};

export const toVerdictLine = (
  world: Pick<World, 'keys' | 'model'>,
  name: { readonly bucket: string; readonly key: string },
  { records, heir }: Pick<Trace, 'records' | 'heir'>,
  ms: number | undefined,
): VerdictLine => {
  const ending = readEnding(records, heir?.records);
  return {
    object: showText(`${name.bucket}/${name.key}`),
    found: showFound(world, records),
    rule: showText(records[0]?.unmapped.sealward.rule ?? '-'),
    order: orderOf(records),
    outcome: showEnding(ending),
    ending,
    ms: ms === undefined ? '-' : String(Math.round(ms)),
  };
};
