import { findVersion } from '../../../../local/model/s3/version-stack.ts';
import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import { detailOf, placeOf as ledgerPlaceOf } from '../ledger/record-of.ts';
import type { Finding } from '../invariant.ts';
import type { CallStep } from '../../steps/step.ts';
import { type Altered, alteredMembers } from './changes.ts';
import { isSameUpload, sameBytes } from './content.ts';
import { NOTHING, violation, window } from './finding.ts';
import { type Looks, placeOf } from './looks.ts';
import type { Source } from './sources.ts';

type Owed = {
  readonly step: CallStep; // that made the copy
  readonly copy: StoredObject;
  readonly source: Source;
  readonly wanted: StoredObject['annotations'];
};

/** The ledger tells a person that the copy's order did not come to its end: what it lacks is on its source still. */
const saysLeftBehind = (record: LedgerRecord, { source }: Owed): boolean => {
  const { closes } = detailOf(record);
  const place = ledgerPlaceOf(record);
  return (
    place?.bucket === source.bucket.name &&
    place.key === source.key &&
    (place.version ?? 'null') === source.object.versionId &&
    (closes?.outcome === 'failed' || closes?.code === 'CopyUnproven')
  );
};

/** Copies in parts get their annotations afterwards: what each still needs, and what may be written onto it. */
export const createAnnotationsOwed = () => {
  let owed: readonly Owed[] = [];

  const sourceNow = ({ buckets }: AwsModel, { source }: Owed): StoredObject | undefined => {
    const bucket = buckets.get(source.bucket.name);
    const now = bucket && findVersion(bucket, source.key, source.object.versionId);
    return now?.kind === 'object' && isSameUpload(now, source.object) ? now : undefined;
  };

  return {
    owe: (step: CallStep, copy: StoredObject, source: Source): void => {
      const wanted = source.object.annotations;
      if (step.name === 'CompleteMultipartUpload' && !wanted.isEmpty()) {
        owed = [...owed, { step, copy, source, wanted }];
      }
    },

    /** What a user writes onto a copy, or takes off it, is nothing that we owe. */
    changedByUser: ({ was, is }: Altered): void => {
      if (was.annotations === is.annotations) return;
      owed = owed.map((one) =>
        isSameUpload(one.copy, was)
          ? {
              ...one,
              wanted: one.wanted.filter(
                (_text, name) => is.annotations.get(name) === was.annotations.get(name),
              ),
            }
          : one,
      );
    },

    /** PutObjectAnnotation of ours: a text of the source, onto the copy that lacks it. */
    check: (step: CallStep, altered: Altered, looks: Looks): readonly Finding[] => {
      const others = alteredMembers(altered).filter((name) => name !== 'annotations');
      const one = owed.find(({ copy }) => isSameUpload(copy, altered.was));
      const name = String(step.input['AnnotationName']);
      const { was, is } = altered;
      const added = is.annotations.get(name);
      const isOnlyOne = was.annotations.delete(name).equals(is.annotations.delete(name));
      if (one === undefined || others.length > 0 || added === undefined || !isOnlyOne) {
        return [violation(1, step, 'only annotations may be written, onto our own copy in parts')];
      }
      const text = sourceNow(step.before, one)?.annotations.get(name)?.bytes;
      const isText = text !== undefined && sameBytes(text, added.bytes);
      const replaced = was.annotations.get(name)?.bytes;
      const ours = one.wanted.get(name)?.bytes; // of an earlier try
      const isOthers =
        replaced !== undefined &&
        !sameBytes(replaced, added.bytes) &&
        (ours === undefined || !sameBytes(replaced, ours));
      if (isText && !isOthers) return NOTHING;
      const from = { bucket: one.source.bucket.name, key: one.source.key };
      const read = looks.own(step, 'GetObjectAnnotation', from).at(-1);
      const wasText =
        read?.version?.kind === 'object' &&
        [...read.version.annotations.values()].some(({ bytes }) => sameBytes(bytes, added.bytes));
      const listed = isOthers ? looks.own(step, 'ListObjectAnnotations').at(-1) : read;
      return wasText && listed !== undefined && looks.changedSince(placeOf(step), listed.at)
        ? [window(1, 'annotations-changed-before-carried')]
        : [
            violation(
              1,
              step,
              `annotation \`${name}\` is not the text of its source, or replaced another's`,
            ),
          ];
    },

    atRest: (model: AwsModel, records: readonly LedgerRecord[]): readonly Finding[] =>
      owed.flatMap((one): readonly Finding[] => {
        const { bucket, key } = placeOf(one.step);
        const now = model.buckets.get(bucket);
        const copy = now && findVersion(now, key, one.copy.versionId);
        if (copy?.kind !== 'object' || !isSameUpload(copy, one.copy)) return NOTHING; // gone again
        const missing = one.wanted.filterNot((_text, name) => copy.annotations.has(name));
        if (missing.isEmpty()) return NOTHING;
        const source = sourceNow(model, one);
        const isGone = missing.every((_text, name) => source?.annotations.has(name) !== true);
        if (isGone) return [window(1, 'annotations-gone-with-their-source')];
        return records.some((record) => saysLeftBehind(record, one))
          ? [window(1, 'annotations-left-with-their-source')]
          : [violation(1, one.step, `at rest its copy lacks ${missing.size} annotations`)];
      }),
  };
};
