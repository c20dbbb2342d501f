/**
 * Where in the quarantine bucket things lie: `<source bucket>/<intent id>/…`. Intent ids are 64 hex digits, so that
 * no key of anybody's can make a path of ours, and every list can be narrowed to one source bucket.
 */
export const quarantineKeys = (
  bucket: string,
  intentId: string,
): { readonly object: string; readonly manifest: string; readonly release: string } => ({
  object: `${bucket}/${intentId}/object`,
  manifest: `${bucket}/${intentId}/manifest.json`,
  release: `${bucket}/${intentId}/release.json`,
});
