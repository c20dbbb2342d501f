import type { StoredEncryption } from '../../../../local/model/s3/stored-object.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { CallStep } from '../../steps/step.ts';
import { type BucketChange, changesOf, shapeOf } from '../data/changes.ts';
import { NOTHING, violation } from '../data/finding.ts';
import { placeOf } from '../data/looks.ts';
import type { Finding, Invariant } from '../invariant.ts';

/** Calls that begin an object, and fix the key that it is under. */
const BEGINNING: ReadonlySet<string> = new Set([
  'PutObject',
  'CopyObject',
  'CreateMultipartUpload',
]);
const UNDER_KMS: ReadonlySet<unknown> = new Set(['aws:kms', 'aws:kms:dsse']);
const WRITES = ['Put', 'Create', 'Update', 'Delete', 'Complete', 'Copy', 'Upload', 'Abort'];

export const keysWritten: Invariant = {
  number: 12,
  title:
    "Keys are written only to ARNs in the compiled policy's targets: an alias that moved changes nothing but raises a critical finding.",
  watch: (scenario) => ({
    see: (step) => {
      if (step.kind !== 'call' || step.by === 'user') return NOTHING;
      const { before, after } = step;
      if (before.keys !== after.keys || before.aliases !== after.aliases) {
        return [violation(12, step, 'it changed a key or an alias')];
      }
      if (step.service !== 's3' || !WRITES.some((verb) => step.name.startsWith(verb))) {
        return NOTHING;
      }
      return [
        ...checkInput(scenario, step),
        ...changesOf(step).flatMap((change) => checkChange(scenario, step, change)),
      ];
    },
  }),
};

const targetIn = ({ keys, quarantineBucket }: Scenario, bucket: string): string =>
  bucket === quarantineBucket ? keys.quarantine : keys.main;

/** Asked of what is sent, whether or not S3 took it: full ARNs, and nothing left to a default. */
const checkInput = (scenario: Scenario, step: CallStep): readonly Finding[] => {
  const { name, input } = step;
  const target = targetIn(scenario, placeOf(step).bucket);
  if (name === 'UpdateObjectEncryption') {
    const { SSEKMS, ...others } = (input['ObjectEncryption'] ?? {}) as {
      readonly SSEKMS?: { readonly KMSKeyArn?: string };
    };
    return SSEKMS?.KMSKeyArn === scenario.keys.main && Object.keys(others).length === 0
      ? NOTHING
      : [violation(12, step, `it names ${String(SSEKMS?.KMSKeyArn)} instead of a target`)];
  }
  const named = input['SSEKMSKeyId'] as string | undefined;
  if (!BEGINNING.has(name)) {
    return named === undefined ? NOTHING : [violation(12, step, `it names ${named}`)];
  }
  return UNDER_KMS.has(input['ServerSideEncryption']) && named === target
    ? NOTHING
    : [violation(12, step, `it names ${named} instead of ${target}`)];
};

const isUnder = (encryption: StoredEncryption, key: string): boolean =>
  (encryption.kind === 'sse-kms' || encryption.kind === 'dsse-kms') && encryption.keyArn === key;

/** And of what is there afterwards. */
const checkChange = (
  scenario: Scenario,
  step: CallStep,
  change: BucketChange,
): readonly Finding[] => {
  const target = targetIn(scenario, change.name);
  const written = change.keys.flatMap((key) => {
    const { fresh, dropped } = shapeOf(key);
    return fresh.flatMap((version): readonly StoredEncryption[] => {
      if (version.kind !== 'object') return [];
      const isAsBefore = dropped.some(
        (old) => old.kind === 'object' && old.encryption === version.encryption,
      );
      return isAsBefore ? [] : [version.encryption];
    });
  });
  const begun = change.uploads.flatMap((id) => templatesOf(step, change.name, id));
  return [...written, ...begun].every((encryption) => isUnder(encryption, target))
    ? NOTHING
    : [violation(12, step, 'what it wrote is not under a target of the policy')];
};

const templatesOf = (step: CallStep, bucket: string, id: string): readonly StoredEncryption[] => {
  const upload = ({ buckets }: AwsModel) => buckets.get(bucket)?.uploads.get(id);
  const [was, is] = [upload(step.before), upload(step.after)];
  return was === undefined && is !== undefined ? [is.template.encryption] : [];
};
