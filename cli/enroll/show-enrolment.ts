import { assertNever } from '../../core/assert-never.ts';
import type { AwsProblem } from '../../core/aws-problem.ts';
import type { Enrolment } from '../../app/enroll-bucket.ts';
import type { BucketNotification } from '../../core/buckets/bucket-notification.ts';
import { showText } from '../../core/show-text.ts';
import { describeAwsProblem } from '../describe-aws-problem.ts';
import type { Paint } from '../paint.ts';

export type Enrolled = {
  readonly bucket: string;
  readonly enrolment: Enrolment | { readonly kind: 'failed'; readonly problem: AwsProblem };
};

const STYLES = {
  already: 'dim',
  due: 'yellow',
  enrolled: 'green',
  unverified: 'red',
  failed: 'red',
} as const satisfies Record<Enrolled['enrolment']['kind'], Parameters<Paint>[0]>;

/** One line with what became of the bucket, then the difference. */
export const showEnrolment = (
  { bucket, enrolment }: Enrolled,
  account: string,
  paint: Paint,
): readonly string[] => {
  const head = `${paint(STYLES[enrolment.kind], enrolment.kind.padEnd(10))}  ${showText(bucket)}`;
  switch (enrolment.kind) {
    case 'already':
      return [head];
    case 'due':
    case 'enrolled':
      return [
        head,
        `  keeps       ${kept(enrolment.before)}`,
        '  +           EventBridgeConfiguration',
      ];
    case 'unverified':
      return [
        head,
        ...enrolment.drift.missing.map((name) => `  missing     ${showText(name)}`),
        ...enrolment.drift.unexpected.map((name) => `  unexpected  ${showText(name)}`),
        '  next        someone else may have changed it at the same time: compare with them, then run again',
      ];
    case 'failed': {
      const permission = '`s3:GetBucketNotification` and `s3:PutBucketNotification`';
      const { code, message } = describeAwsProblem(enrolment.problem, {
        bucket,
        account,
        permission,
      });
      return [head, `  ${code.padEnd(10)}  ${message}`];
    }
    default:
      return assertNever(enrolment);
  }
};

const kept = ({ topics, queues, functions }: BucketNotification): string => {
  const counts = [
    [topics.length, 'topic'],
    [queues.length, 'queue'],
    [functions.length, 'function'],
  ] as const;
  const some = counts.filter(([count]) => count > 0);
  return some.length === 0
    ? 'nothing: no notifications were configured'
    : some.map(([count, name]) => `${count} ${name}${count === 1 ? '' : 's'}`).join(', ');
};
