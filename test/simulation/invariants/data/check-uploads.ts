import type { Finding } from '../invariant.ts';
import type { CallStep } from '../../steps/step.ts';
import type { BucketChange } from './changes.ts';
import { NOTHING, violation } from './finding.ts';
import type { Sources } from './sources.ts';

/** Uploads are begun, filled, completed and aborted, and only by those who began them. */
export const checkUploads = (
  step: CallStep,
  { was, is, uploads }: BucketChange,
  sources: Sources,
): readonly Finding[] => {
  if (uploads.length === 0) return NOTHING;
  const id = uploads[0] ?? '';
  const [before, after] = [was?.uploads.get(id), is?.uploads.get(id)];
  const isNamed = uploads.length === 1 && step.input['UploadId'] === id && sources.isOurs(id);
  switch (step.name) {
    case 'CreateMultipartUpload':
      if (uploads.length === 1 && before === undefined && after?.parts.isEmpty() === true) {
        return NOTHING;
      }
      break;
    case 'UploadPartCopy':
      if (isNamed && before !== undefined && after?.template === before.template) return NOTHING;
      break;
    case 'CompleteMultipartUpload':
    case 'AbortMultipartUpload':
      if (isNamed && before !== undefined && after === undefined) return NOTHING;
      break;
    default:
      break;
  }
  return [violation(1, step, `it changed upload ${id}`)];
};
