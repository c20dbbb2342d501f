import { serialiseRefMessage } from '../../../core/messages/parse-ref-message.ts';
import type { Ref } from '../../../core/objects/ref.ts';
import type { AwsModel } from '../../../local/model/state.ts';

/** What a sweep puts on the queue of the objects that it lists: each with its version id, where there are any. */
export const sweepMessage = ({ buckets }: AwsModel, swept: readonly string[]): string => {
  const refs = [...new Set(swept)].flatMap((name): readonly Ref[] => {
    const bucket = buckets.get(name);
    if (bucket === undefined) return [];
    return [...bucket.versions].flatMap(([key, versions]) => {
      const current = versions.last();
      if (current?.kind !== 'object') return [];
      const { versionId } = current;
      return [{ bucket: name, key, ...(bucket.versioning !== undefined && { versionId }) }];
    });
  });
  return serialiseRefMessage({ v: 1, cause: 'sweep', runId: 'r', refs });
};
