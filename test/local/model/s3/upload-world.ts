import { BUCKET, bytesOf, type World } from '../world.ts';

export const OBJECT = { Bucket: BUCKET, Key: 'a' };

export const SMALL = { limits: { minPartBytes: 3, copySourceBytes: 1024 } };

export const begin = (world: World, more: object = {}) => ({
  ...OBJECT,
  UploadId: world.s3('CreateMultipartUpload', { ...OBJECT, ...more }).UploadId,
});

type Upload = ReturnType<typeof begin>;

export const part = (world: World, upload: Upload, PartNumber: number, text: string, more = {}) => {
  const input = { ...upload, PartNumber, Body: bytesOf(text), ...more };
  const { ETag, ChecksumSHA256 } = world.s3('UploadPart', input);
  return { PartNumber, ETag, ...(ChecksumSHA256 === undefined ? {} : { ChecksumSHA256 }) };
};

export const complete = (upload: Upload, Parts: readonly object[], more: object = {}) => ({
  ...upload,
  MultipartUpload: { Parts: [...Parts] },
  ...more,
});
