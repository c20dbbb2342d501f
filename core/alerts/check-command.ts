import type { LedgerResource } from '../ledger/ledger-record.ts';
import { shellQuote } from './shell-quote.ts';

/** The line that shows today's verdict and its reason; `undefined` where no command line could name the object. */
export const checkCommand = ({
  type,
  namespace,
  name,
  version,
}: LedgerResource): string | undefined => {
  const uri = type === 'AWS::S3::Object' ? shellQuote(`s3://${namespace}/${name}`) : undefined;
  const versionId = version === undefined ? undefined : shellQuote(version);
  if (uri === undefined || (version !== undefined && versionId === undefined)) {
    return undefined;
  }
  return `sealward check ${uri}${versionId === undefined ? '' : ` --version-id ${versionId}`}`;
};
