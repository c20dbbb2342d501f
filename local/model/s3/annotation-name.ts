// https://docs.aws.amazon.com/AmazonS3/latest/userguide/annotations-overview.html status: documented
import type { Refused } from '../call.ts';
import { refuse } from '../result.ts';

const MAX_NAME_BYTES = 512;
const NAME = /^[\p{L}0-9_.-]+$/u; // letters of any language; not even the slash
const RESERVED = /^(?:aws|s3)/i;

export const checkAnnotationName = (name: string): Refused | undefined => {
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) {
    return refuse(400, 'AnnotationNameTooLong', 'The annotation name exceeds 512 bytes.');
  }
  return NAME.test(name) && !RESERVED.test(name)
    ? undefined
    : refuse(400, 'InvalidAnnotationName', 'The annotation name you provided is invalid.');
};
