import { enrollBucket, type EnrollPorts } from '../../app/enroll-bucket.ts';
import type { AwsProblem } from '../../core/aws-problem.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Enrolled } from './show-enrolment.ts';

export type EnrollRun = {
  readonly ports: EnrollPorts & {
    readonly toProblem: (error: unknown) => AwsProblem | undefined;
  };
  readonly apply: boolean;
  readonly report: (enrolled: Enrolled) => void;
};

/** Bucket after bucket; one that fails does not stop the others. */
export const runEnroll = async (
  buckets: readonly string[],
  run: EnrollRun,
): Promise<readonly Enrolled[]> => {
  const all: Enrolled[] = [];
  for (const bucket of buckets) {
    const enrolled = await enrollOne(bucket, run);
    all.push(enrolled);
    run.report(enrolled);
  }
  return all;
};

const enrollOne = async (bucket: string, { ports, apply }: EnrollRun): Promise<Enrolled> => {
  try {
    return { bucket, enrolment: await enrollBucket(ports, bucket, { apply }) };
  } catch (error) {
    const problem = ports.toProblem(error);
    if (problem === undefined) throw error;
    return { bucket, enrolment: { kind: 'failed', problem } };
  }
};

export const enrollExitCode = (all: readonly Enrolled[]): ExitCode => {
  const kinds = new Set(all.map(({ enrolment }) => enrolment.kind));
  if (kinds.has('failed') || kinds.has('unverified')) return EXIT.failed;
  return kinds.has('due') ? EXIT.found : EXIT.ok;
};
