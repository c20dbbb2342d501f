import { assumed, documented, s3Api, s3Guide } from './rule.ts';

export const ANNOTATION_RULES = [
  ...documented(s3Guide('annotations-overview'), {
    'annotation/round-trip':
      'an annotation is read back as it was put, and a later one of its name replaces it',
    'annotation/names':
      'names are letters, digits, `_`, `.`, `-`, 512 bytes at most, and do not begin like AWS',
    'annotation/limit': 'an object version has a thousand annotations at most',
    'annotation/sse-c': 'SSE-C objects take no annotations: 400',
    'annotation/versions': 'annotations belong to one version, and go with it',
    'annotation/leaves-object': 'annotating changes neither ETag nor age of the object',
    'annotation/archived': 'archived objects are annotated without a restore',
    'annotation/checksum': 'an annotation has a checksum of its own, CRC64NVME where none is named',
    'annotation/encryption': 'annotations are encrypted as their object is, or with SSE-S3',
    'annotation/copied':
      'a copy brings the annotations along, with the checksum that the copy names',
    'annotation/multipart-copy': 'a copy in parts brings no annotations',
  }),
  ...documented(s3Api('PutObjectAnnotation'), {
    'annotation/payload': 'what is no UTF-8 is refused with 415',
    'annotation/condition': 'the condition is the ETag of the object: 412 for another',
  }),
  ...documented(s3Api('CopyObject'), {
    'annotation/excluded': 'a copy that excludes annotations has none',
  }),
  ...documented(s3Api('ListObjectAnnotations'), {
    'annotation/list': 'annotations are listed by prefix, in pages of a thousand at most',
  }),
  ...documented(s3Api('GetObjectAnnotation'), {
    'annotation/missing': 'an annotation that is not there is refused with 404',
  }),
  ...documented(s3Api('DeleteObjectAnnotation'), {
    'annotation/delete': 'a removed annotation is gone for good',
    'annotation/locked': 'under Object Lock annotations are not removed: 403',
  }),
  ...documented(s3Guide('ev-events'), {
    'annotation/events': 'annotating and removing are told, with name, size and ETag',
  }),
  ...assumed(s3Api('PutObjectAnnotation'), {
    'annotation/payload-size': 'an empty payload and one above 1 MiB are refused with 400',
    'annotation/needs-key': 'writing and reading an annotation needs the KMS key of its object',
    'annotation/order': 'annotations are listed in the order of their names',
  }),
  ...assumed(s3Api('CopyObject'), {
    'annotation/copy-denied':
      'a copy of an annotated object is refused with 403 where its annotations may not be read',
  }),
] as const;
