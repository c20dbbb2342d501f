import type { World } from '../world/world.ts';

const folderOf = (bucket: string): string => `s3://${bucket}/statements/readme.md`;

/** What `--keep` prints: commands to paste. */
export const howToTalk = (world: World): readonly string[] => [
  'it keeps running until Ctrl-C. In another terminal:',
  '',
  `  export AWS_ENDPOINT_URL=${world.url} AWS_REGION=${world.region}`,
  `  export AWS_ACCESS_KEY_ID=${world.account} AWS_SECRET_ACCESS_KEY=local`,
  `  aws s3 cp README.md ${folderOf('payroll')}`,
  '  aws s3api head-object --bucket payroll --key statements/readme.md',
  `  npm run -s sealward -- check ${folderOf('payroll')} --policy ${world.policyFile}`,
  `  npm run -s sealward -- quarantine list --stack ${world.stack}`,
  `  npm run -s sealward -- quarantine show ID --policy ${world.policyFile} --stack ${world.stack}`,
  `  npm run -s sealward -- quarantine release ID --policy ${world.policyFile} --reason 'trying it' --stack ${world.stack}`,
  ...(world.deployed ? [`  aws s3 ls --recursive ${world.ledger}`] : []),
  '',
  'ID is one of those that the list shows; `release` is a dry run without `--apply`',
  'buckets to try: payroll (versioned), payroll-exports, vault (copied), partners (isolated), evidence (moved to quarantine), campaigns (observed), etl-landing (exempt)',
  '',
];
