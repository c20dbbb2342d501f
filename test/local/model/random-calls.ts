import fc from 'fast-check';
import type { Call } from '../../../local/model/call.ts';
import { ACCOUNT, BUCKET, bytesOf, NOW } from './world.ts';

export type Step = Pick<Call, 'service' | 'name' | 'input'>;

const key = fc.constantFrom('a', 'b', 'dir/c');
const target = fc.record({ Bucket: fc.constant(BUCKET), Key: key });
const keyId = fc.constantFrom('alias/one', 'alias/two');

const step = <I extends object>(
  name: string,
  input: fc.Arbitrary<I>,
  service: Step['service'] = 's3',
): fc.Arbitrary<Step> => input.map((chosen) => ({ service, name, input: chosen }));

const encryption = fc.oneof(
  fc.constant({}),
  fc.constant({ ServerSideEncryption: 'AES256' }),
  fc.constant({ ServerSideEncryption: 'aws:kms' }),
  keyId.map((SSEKMSKeyId) => ({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId })),
  keyId.map((SSEKMSKeyId) => ({ ServerSideEncryption: 'aws:kms:dsse', SSEKMSKeyId })),
);

const condition = fc.constantFrom({}, {}, {}, { IfNoneMatch: '*' }, { IfMatch: '*' });

const put = step(
  'PutObject',
  fc
    .tuple(target, encryption, condition, fc.string({ maxLength: 4 }))
    .map(([where, how, when, text]) => ({ ...where, ...how, ...when, Body: bytesOf(text) })),
);

const copy = step(
  'CopyObject',
  fc.tuple(target, key, encryption, condition).map(([where, from, how, when]) => ({
    ...where,
    ...how,
    ...when,
    CopySource: `${BUCKET}/${from}`,
  })),
);

const tag = step(
  'PutObjectTagging',
  fc
    .tuple(target, fc.constantFrom('x', 'y'))
    .map(([where, Key]) => ({ ...where, Tagging: { TagSet: [{ Key, Value: '1' }] } })),
);

const annotate = fc.oneof(
  step(
    'PutObjectAnnotation',
    fc.tuple(target, fc.constantFrom('n', 'm', 's3')).map(([where, AnnotationName]) => ({
      ...where,
      AnnotationName,
      AnnotationPayload: bytesOf('note'),
    })),
  ),
  step(
    'DeleteObjectAnnotation',
    target.map((where) => ({ ...where, AnnotationName: 'n' })),
  ),
);

const versioning = step(
  'PutBucketVersioning',
  fc.constantFrom('Enabled', 'Suspended').map((Status) => ({
    Bucket: BUCKET,
    VersioningConfiguration: { Status },
  })),
);

const keyState = fc.oneof(
  step('DisableKey', fc.constantFrom({ KeyId: 'one' }, { KeyId: 'two' }), 'kms'),
  step('EnableKey', fc.constantFrom({ KeyId: 'one' }, { KeyId: 'two' }), 'kms'),
);

/** Re-keys a version: `version` counts from the newest, `key` names one of the two test keys. */
export const update = fc.record({
  key,
  version: fc.nat({ max: 3 }),
  to: fc.constantFrom('one', 'two'),
  bucketKey: fc.boolean(),
});

export const harmlessStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: put },
  { weight: 3, arbitrary: copy },
  { weight: 2, arbitrary: step('DeleteObject', target) },
  { weight: 2, arbitrary: tag },
  { weight: 2, arbitrary: annotate },
  { weight: 1, arbitrary: keyState },
  { weight: 1, arbitrary: step('HeadObject', target) },
  { weight: 1, arbitrary: step('ListObjectVersions', fc.constant({ Bucket: BUCKET })) },
);

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: harmlessStep },
  { weight: 1, arbitrary: versioning },
);

export const contextAt = (n: number) => ({
  caller: { account: ACCOUNT },
  now: NOW + n * 1000,
  requestId: `R${n}`,
});
