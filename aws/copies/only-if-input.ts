import type { OnlyIf } from '../../core/copies/copy-task.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
export const onlyIfInput = (onlyIf: OnlyIf): { IfMatch?: string; IfNoneMatch?: string } =>
  onlyIf.kind === 'etag' ? { IfMatch: `"${onlyIf.etag}"` } : { IfNoneMatch: '*' };
