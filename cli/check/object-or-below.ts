import type { Ref } from '../../core/objects/ref.ts';
import { quoteText } from '../../core/show-text.ts';
import { CliError } from '../cli-error.ts';
import type { Checked, CheckPorts } from './check-ports.ts';
import { checkRef } from './check-ref.ts';
import { listBelow } from './list-refs.ts';

/**
 * The one object; or, where it is not there but `key/` has objects below it, those.
 * HeadObject answers errors without a body: a missing bucket looks like a missing key, an expired token
 * like a bad request. Listing the bucket tells which, by failing in words.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export async function* objectOrBelow(
  ports: CheckPorts,
  ref: Ref,
  note: (text: string) => void,
): AsyncGenerator<Ref | Checked, void, undefined> {
  const checked = await checkRef(ports, ref);
  if (isDoubtful(checked)) {
    const below = findBelow(ports, ref);
    const first = await below.next();
    if (first.done !== true && ref.versionId === undefined) {
      note(
        `there is no object ${quoteText(ref.key)}, but there are objects below it: judging those`,
      );
      yield first.value;
      yield* below;
      return;
    }
  }
  yield checked;
}

const isDoubtful = (checked: Checked): boolean =>
  checked.kind === 'judged' &&
  (checked.verdict.kind === 'gone' ||
    (checked.verdict.kind === 'indeterminate' &&
      (checked.verdict.cause === 'wrong-region' || checked.verdict.cause === 'invalid-request')));

async function* findBelow(
  ports: CheckPorts,
  { bucket, key }: Ref,
): AsyncGenerator<Ref, void, undefined> {
  try {
    yield* listBelow(ports, ports.listObjects, bucket, `${key}/`);
  } catch (error) {
    // whoever may read an object need not be allowed to list: then its own answer has to do
    if (!(error instanceof CliError) || error.code !== 'E_ACCESS_DENIED') throw error;
  }
}
