import type { Ref } from '../../core/objects/ref.ts';
import { describeAwsProblem } from '../describe-aws-problem.ts';
import type { CheckPorts, ListRefs } from './check-ports.ts';

/** Ref by ref, with what AWS refuses put in words. */
export async function* listBelow(
  ports: CheckPorts,
  list: ListRefs,
  bucket: string,
  prefix: string,
): AsyncGenerator<Ref, void, undefined> {
  try {
    for await (const page of list(bucket, prefix)) yield* page;
  } catch (error) {
    const problem = ports.toProblem(error);
    if (problem === undefined) throw error;
    const permission = list === ports.listVersions ? '`s3:ListBucketVersions`' : '`s3:ListBucket`';
    const { account, region } = ports;
    throw describeAwsProblem(problem, { bucket, account, region, permission });
  }
}

/** All versions of exactly this key. S3 lists in byte order, so they come before every longer key. */
export async function* versionsOf(
  ports: CheckPorts,
  bucket: string,
  key: string,
): AsyncGenerator<Ref, void, undefined> {
  for await (const ref of listBelow(ports, ports.listVersions, bucket, key)) {
    if (ref.key !== key) return;
    yield ref;
  }
}
