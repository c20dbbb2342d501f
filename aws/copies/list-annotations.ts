import { ListObjectAnnotationsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { AnnotationEntry } from '../../core/copies/object-attributes.ts';
import type { Ref } from '../../core/objects/ref.ts';
import { versionInput } from './version-input.ts';

/**
 * All annotations of one version, sorted by name.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectAnnotations.html
 */
export const createListAnnotations =
  (s3: S3Client, account: string) =>
  async (ref: Ref): Promise<readonly AnnotationEntry[]> => {
    const entries: AnnotationEntry[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectAnnotationsCommand({
          ...versionInput(ref, account),
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      );
      for (const { AnnotationName: name, ETag, Size } of page.Annotations ?? []) {
        if (name === undefined) continue;
        entries.push({ name, etag: (ETag ?? '').replaceAll('"', ''), size: Size ?? 0 });
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  };
