import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

export const s3 = new S3Client({ region: 'eu-west-1' });

/** Every call is refused unless a test says otherwise. */
export const mockS3 = () => {
  const mock = mockClient(S3Client);
  const reset = (): void => {
    mock.reset();
    mock.onAnyCommand().rejects('unstubbed call');
  };
  return { mock, reset };
};

export const fails = (status: number, name: string): S3ServiceException =>
  new S3ServiceException({
    name,
    message: 'as AWS says it',
    $fault: 'client',
    $metadata: { httpStatusCode: status },
  });
