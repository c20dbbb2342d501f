// Notification records and URL-encoded listings spell keys as HTML forms do, but keep the slash.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html status: documented
export const formEncodeKey = (key: string): string =>
  new URLSearchParams({ key }).toString().slice('key='.length).replaceAll('%2F', '/');
