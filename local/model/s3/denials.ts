// Denials that a test names; the model evaluates no policy.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html status: assumed
import type { AwsModel } from '../state.ts';

export const isDenied = (
  model: AwsModel,
  operation: string,
  bucket: string,
  key: string,
): boolean =>
  model.denials.some(
    (denial) =>
      denial.bucket === bucket &&
      (denial.key === undefined || denial.key === key) &&
      denial.operations.includes(operation),
  );
