import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { CliDoor, CliStack } from '../../runtime/wire-cli.ts';
import { requireOutput } from '../stack/require-output.ts';
import { type Attempt, createAttempt } from './attempt.ts';
import { findLeftovers } from './find-leftovers.ts';
import { isStalled } from './is-stalled.ts';
import type { CopyStatus, StackStatus, Unseen } from './stack-status.ts';

/** Looks at everything that a stack may have left lying. Changes nothing; what it may not see, it says. */
export const readStatus = async (
  door: Pick<CliDoor, 'toProblem' | 'terminal' | 'now'>,
  stack: CliStack,
): Promise<StackStatus> => {
  const { outputs } = stack;
  const unseen: Unseen[] = [];
  const attempt = createAttempt(door, (one) => unseen.push(one));
  const table = outputs['StateTableName'];
  const progresses =
    table === undefined ? [] : await attempt('copies under way', stack.listCopiesIn(table), []);
  const breakers =
    table === undefined ? [] : await attempt('circuit breakers', stack.readBreakersIn(table), []);
  const copies: CopyStatus[] = [];
  for (const progress of progresses) {
    door.terminal.progress(`reading ${copies.length + 1} of ${progresses.length} copies`);
    copies.push({ progress, parts: await readParts(stack, progress, attempt) });
  }
  door.terminal.progress('');
  const known = new Set(
    progresses.flatMap(({ upload }) => (upload === undefined ? [] : [upload.uploadId])),
  );
  const now = door.now();
  const roles = ['CopyObjectRoleArn', 'QuarantineObjectRoleArn', 'ReleaseRoleArn'];
  return {
    mode: requireOutput(stack, 'Mode'),
    copies: copies.filter((copy) => !isStalled(copy, now)),
    stalled: copies.filter((copy) => isStalled(copy, now)),
    leftovers: await findLeftovers(
      stack,
      {
        patterns: [
          ...listOf(outputs['CopyBuckets']),
          ...listOf(outputs['QuarantineBuckets']),
          ...listOf(outputs['QuarantineBucketName']),
        ],
        roles: roles.flatMap((name) => listOf(outputs[name])),
        known,
      },
      attempt,
    ),
    breakers: breakers.filter(({ opened }) => opened !== undefined),
    unseen,
  };
};

const listOf = (output: string | undefined): readonly string[] =>
  (output ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** S3's list is what counts: the table is told of parts only now and then. */
const readParts = async (
  { listParts }: Pick<CliStack, 'listParts'>,
  { bucket, key, upload }: CopyProgress,
  attempt: Attempt,
): Promise<CopyStatus['parts']> => {
  if (upload === undefined) {
    return { kind: 'at-once' };
  }
  const { uploadId, parts: total } = upload;
  const what = `parts of upload ${uploadId}`;
  const listed = await attempt(
    what,
    async () => listParts({ bucket, key, uploadId }, 0),
    undefined,
  );
  if (listed === undefined) {
    return { kind: 'unreadable' };
  }
  return listed.kind === 'no-upload' ? listed : { kind: 'parts', done: listed.parts.length, total };
};
