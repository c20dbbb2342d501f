import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';

/** Tags as a query string. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html#AmazonS3-CopyObject-request-header-Tagging */
export const toTagging = (tags: ObjectAttributes['tags']): string =>
  Object.entries(tags)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&');
