import type { CallStep } from '../../steps/step.ts';
import { NOTHING, violation } from '../data/finding.ts';
import type { Invariant } from '../invariant.ts';

const WITH_SOURCE: ReadonlySet<string> = new Set(['CopyObject', 'UploadPartCopy']);
const WITHOUT_BUCKET: ReadonlySet<string> = new Set(['ListBuckets']);

const lacking = ({ name, input }: CallStep, account: string): string | undefined => {
  if (WITHOUT_BUCKET.has(name)) return undefined;
  if (input['ExpectedBucketOwner'] !== account) return 'ExpectedBucketOwner';
  return WITH_SOURCE.has(name) && input['ExpectedSourceBucketOwner'] !== account
    ? 'ExpectedSourceBucketOwner'
    : undefined;
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html */
export const bucketOwnerNamed: Invariant = {
  number: 10,
  title:
    'Every S3 call carries ExpectedBucketOwner (copies ExpectedSourceBucketOwner too). An event causes nothing that its truth would not: state is always re-read.',
  watch: ({ account }) => ({
    see: (step) => {
      if (step.kind !== 'call' || step.by === 'user' || step.service !== 's3') return NOTHING;
      const member = lacking(step, account);
      return member === undefined
        ? NOTHING
        : [violation(10, step, `it does not say \`${member}\` is ${account}`)];
    },
  }),
};
