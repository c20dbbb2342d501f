import * as z from 'zod';
import { bucketGlob, bucketTags, listOf, objectGlob, objectTags } from './policy-fields.ts';
import { refusing } from './refusing.ts';

const scopeFields = {
  buckets: listOf(bucketGlob)
    .describe('Globs of bucket names, any of which must match. Left out, every bucket matches.')
    .exactOptional(),
  objects: listOf(objectGlob)
    .describe('Globs of object keys, any of which must match: `*` stops at `/`, `**` does not.')
    .exactOptional(),
};

// An empty match would match everything, and was hardly meant to.
const notEmpty = refusing((match: object) =>
  Object.keys(match).length > 0
    ? undefined
    : {
        code: 'empty-match' as const,
        message: '`match` names nothing',
        hint: 'to match everything, write `buckets: ["*"]`',
      },
);

export const exemptionMatchSchema = z
  .strictObject(scopeFields)
  .check(notEmpty)
  .meta({ minProperties: 1 });

export const ruleMatchSchema = z
  .strictObject({
    ...scopeFields,
    'object-tags': objectTags
      .describe('Tags that the object must carry, all of them, with these values.')
      .exactOptional(),
    'bucket-tags': bucketTags
      .describe('Tags that the bucket must carry, all of them, with these values.')
      .exactOptional(),
  })
  .check(notEmpty)
  .meta({ minProperties: 1 });
