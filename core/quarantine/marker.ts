/** Key of the tag that isolates an object version; its value is the id of the rule. The bucket's deny statement looks for the key alone. */
export const MARKER = 'sealward-isolated';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
export const MOST_TAGS = 10;
