/**
 * The raw key of an S3 notification record, whose keys are form-URL-encoded; `undefined` where it is malformed.
 * EventBridge and CloudTrail carry raw keys: never decode those.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const decodeNotificationKey = (encoded: string): string | undefined => {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    return undefined; // URIError: a `%` that starts no escape, or bytes that are not UTF-8
  }
};
