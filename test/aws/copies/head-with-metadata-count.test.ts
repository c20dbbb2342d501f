import { expect, it } from '@jest/globals';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { createReadAttributes } from '../../../aws/copies/read-attributes.ts';
import { refuseInParts } from '../../../app/copies/refuse-in-parts.ts';
import { createInProcessS3 } from '../../../local/front/in-process-s3.ts';
import { ACCOUNT } from '../../made/facts.ts';
import { makeTask } from '../../core/copies/made-attributes.ts';

/** What is read of an object with these metadata headers, which the SDK could not send either. */
const read = async (headers: Readonly<Record<string, string>>) => {
  const { s3 } = createInProcessS3();
  await s3.send(new CreateBucketCommand({ Bucket: 'payroll' }));
  const put = new PutObjectCommand({ Bucket: 'payroll', Key: 'k', Body: 'x' });
  put.middlewareStack.add(
    (next) => async (args) => {
      Object.assign((args.request as { headers: object }).headers, headers);
      return next(args);
    },
    { step: 'build' },
  );
  await s3.send(put);
  const reading = await createReadAttributes(s3, ACCOUNT)({ bucket: 'payroll', key: 'k' });
  if (reading.kind !== 'attributes') throw new Error(reading.kind);
  return reading.attributes;
};

it.each([
  ['nothing where there is none', {}, {}, 0],
  [
    'nothing where all is handed over',
    { 'x-amz-meta-a': '1', 'x-amz-meta-b': '' },
    { a: '1', b: '' },
    0,
  ],
  ['what the SDK loses', { 'x-amz-meta-a': '1', ['x-amz-meta-__proto__']: 'kept' }, { a: '1' }, 1],
] as const)('counts as missing %s', async (_title, headers, metadata, missingMetadata) => {
  const attributes = await read(headers);
  expect(attributes).toMatchObject({ metadata, missingMetadata });
  const refusal = refuseInParts(makeTask({ ...attributes }));
  expect(refusal?.code).toBe(missingMetadata === 0 ? undefined : 'MissingMetadata');
});
