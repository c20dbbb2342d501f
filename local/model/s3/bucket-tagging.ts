// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html status: documented
import { isRefused, ok, refuse } from '../result.ts';
import { saveBucket, type S3Handler } from './scope.ts';
import { parseTagList, showTags } from './tag-set.ts';

const BUCKET_TAGS = 50;

export const putBucketTagging: S3Handler<'PutBucketTagging'> = ({ model, bucket }, input) => {
  const list = input.Tagging?.TagSet ?? [];
  if (list.length > BUCKET_TAGS) {
    return refuse(400, 'BadRequest', 'Bucket tag count cannot be greater than 50');
  }
  const tags = parseTagList(list);
  if (isRefused(tags)) return tags;
  return ok(saveBucket(model, { ...bucket, tags }), {}, { status: 204 });
};

export const getBucketTagging: S3Handler<'GetBucketTagging'> = ({ model, bucket }) =>
  bucket.tags === undefined
    ? refuse(404, 'NoSuchTagSet', 'The TagSet does not exist')
    : ok(model, { TagSet: showTags(bucket.tags) });

export const deleteBucketTagging: S3Handler<'DeleteBucketTagging'> = ({ model, bucket }) =>
  ok(saveBucket(model, { ...bucket, tags: undefined }), {}, { status: 204 });
