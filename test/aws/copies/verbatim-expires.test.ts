import { expect, it } from '@jest/globals';
import { S3Client } from '@aws-sdk/client-s3';
import { HttpResponse, type HttpRequest } from '@smithy/core/protocols';
import { createCreateUpload } from '../../../aws/copies/create-upload.ts';
import { makeTask } from '../../core/copies/made-attributes.ts';

/** The SDK as it is, but for what it sends its requests with. */
const sendOne = async (expires: string | undefined): Promise<HttpRequest> => {
  const sent: HttpRequest[] = [];
  const s3 = new S3Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 's' },
    requestHandler: {
      handle: async (request: HttpRequest) => {
        sent.push(request);
        const body = Buffer.from(
          '<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>',
        );
        return Promise.resolve({
          response: new HttpResponse({ statusCode: 200, headers: {}, body }),
        });
      },
    },
  });
  const create = createCreateUpload(s3, '111122223333', () => new Date());
  await create(makeTask({ headers: expires === undefined ? {} : { expires } }));
  return sent[0] as HttpRequest;
};

it.each([['0'], ['-1'], ['Sunday, 06-Nov-94 08:49:37 GMT'], ['Tue, 04 Mar 2031 05:06:07 GMT']])(
  'sends `%s` as it is, and signs it',
  async (expires) => {
    const { headers } = await sendOne(expires);
    expect(headers['expires']).toBe(expires);
    expect(headers['authorization']).toMatch(/SignedHeaders=[^,]*\bexpires\b/);
  },
);

it('sends none where there is none', async () => {
  expect((await sendOne(undefined)).headers).not.toHaveProperty('expires');
});
