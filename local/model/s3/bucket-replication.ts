// The configuration only: new versions that it covers say PENDING until a test completes them.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html status: documented
import { ok, refuse } from '../result.ts';
import { invalidRequest, malformedXml } from './refusals.ts';
import { saveBucket, type S3Handler } from './scope.ts';

export const putBucketReplication: S3Handler<'PutBucketReplication'> = (
  { model, bucket },
  input,
) => {
  const replication = structuredClone(input.ReplicationConfiguration);
  if (replication === undefined || (replication.Rules ?? []).length === 0) return malformedXml();
  if (bucket.versioning !== 'Enabled') {
    return invalidRequest(
      "Versioning must be 'Enabled' on the bucket to apply a replication configuration",
    );
  }
  return ok(saveBucket(model, { ...bucket, replication }), {});
};

export const getBucketReplication: S3Handler<'GetBucketReplication'> = ({ model, bucket }) =>
  bucket.replication === undefined
    ? refuse(
        404,
        'ReplicationConfigurationNotFoundError',
        'The replication configuration was not found',
      )
    : ok(model, { ReplicationConfiguration: structuredClone(bucket.replication) });
