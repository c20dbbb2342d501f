import type { Terminal } from '../../runtime/wire-cli.ts';
import { describeAwsProblem } from '../describe-aws-problem.ts';
import { jsonLine } from '../json-line.ts';
import { createPaint } from '../paint.ts';
import { errorJson } from '../show-error.ts';
import { type Enrolled, showEnrolment } from './show-enrolment.ts';

export type EnrollReport = {
  readonly bucket: (enrolled: Enrolled) => void;
  readonly end: (all: readonly Enrolled[]) => void;
};

export const createEnrollReport = (
  terminal: Terminal,
  { json, account }: { readonly json: boolean; readonly account: string },
): EnrollReport => {
  if (json) {
    return { bucket: (enrolled) => terminal.out(jsonLine(enrolledJson(enrolled))), end: () => {} };
  }
  const paint = createPaint(terminal.color);
  return {
    bucket: (enrolled) => {
      for (const line of showEnrolment(enrolled, account, paint)) terminal.out(line);
    },
    end: (all) => {
      const kinds = all.map(({ enrolment }) => enrolment.kind);
      if (kinds.includes('due')) {
        terminal.out('nothing was changed: run it again with `--apply`');
      }
      if (kinds.includes('enrolled')) {
        terminal.out('S3 takes about five minutes until the first events come');
      }
    },
  };
};

const enrolledJson = ({ bucket, enrolment }: Enrolled): Readonly<Record<string, unknown>> => {
  if (enrolment.kind === 'failed') {
    const error = errorJson(describeAwsProblem(enrolment.problem, { bucket }));
    return { kind: 'bucket', bucket, enrolment: 'failed', error };
  }
  const { kind, ...rest } = enrolment;
  return { kind: 'bucket', bucket, enrolment: kind, ...rest };
};
