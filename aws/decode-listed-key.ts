/**
 * A listed key as it really is. Lists are asked for with `encoding-type=url`, because XML 1.0 cannot carry
 * control characters that keys may hold; S3 then writes a space as `+`, as in a query string.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html#AmazonS3-ListObjectsV2-request-uri-querystring-EncodingType
 */
export const decodeListedKey = (listed: string, encodingType: string | undefined): string =>
  encodingType === 'url' ? decodeURIComponent(listed.replaceAll('+', ' ')) : listed;
