import { createServer } from 'node:http';
import { startFront, type Front } from '../../../local/front/start-front.ts';
import { listen } from '../../../local/front/listen.ts';
import { ACCOUNT, REGION } from '../../made/facts.ts';

const WHO = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${ACCOUNT}:user/me</Arn><UserId>me</UserId><Account>${ACCOUNT}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const EXPIRED =
  '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message></Error></ErrorResponse>';

const NO_SUCH_BUCKET =
  '<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>';

export type LocalAws = {
  readonly front: Front;
  readonly expireCredentials: (expired: boolean) => void;
  readonly stop: () => Promise<void>;
};

/** S3 and KMS from the model. Behind it an STS that knows one answer, and no other buckets. Nothing but loopback. */
export const startLocalAws = async (): Promise<LocalAws> => {
  let expired = false;
  const standIn = createServer((request, response) => {
    if (request.headers.authorization?.includes('/sts/') !== true) {
      response.writeHead(404, { 'content-type': 'text/xml' });
      response.end(request.method === 'HEAD' ? '' : NO_SUCH_BUCKET);
      return;
    }
    response.writeHead(expired ? 403 : 200, { 'content-type': 'text/xml' });
    response.end(expired ? EXPIRED : WHO);
  });
  const behind = await listen(standIn, 0);
  const front = await startFront({ account: ACCOUNT, region: REGION });
  front.connect(behind.url);
  return {
    front,
    expireCredentials: (value) => {
      expired = value;
    },
    stop: async () => {
      await front.stop();
      await behind.close();
    },
  };
};
