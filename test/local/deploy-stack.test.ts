import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { createAsk } from '../../local/ask.ts';
import { deployStack, removeStack } from '../../local/deploy-stack.ts';
import { zipOf } from '../../local/matrix/zip-of.ts';
import { sendBodies, takeReports } from '../../local/matrix/matrix-row.ts';
import { startLocalAws } from '../../local/start-local-aws.ts';
import { describeWithPython } from './stand-in/python-here.ts';

const serverless = `
service: sample
frameworkVersion: '4'
configValidationMode: error
params: { default: { mode: observe, policy: none } }
provider: { name: aws, runtime: nodejs24.x, deploymentMethod: direct, versionFunctions: false, region: eu-west-1 }
package: { individually: true }
functions:
  probe:
    handler: probe.handler
    package: { artifact: probe.zip }
    environment: { REPORTS: !Ref Reports, MODE: '\${param:mode}', POLICY: '\${param:policy}' }
    events:
      - sqs: { arn: !GetAtt Work.Arn, functionResponseType: ReportBatchItemFailures }
resources:
  Resources:
    Work: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 36 } }
    Reports: { Type: AWS::SQS::Queue }
  Outputs: { Work: { Value: !Ref Work }, Reports: { Value: !Ref Reports } }
`;

describeWithPython('deployStack', () => {
  it('runs osls against the local AWS: the function works, and the stack can be removed', async () => {
    const aws = await startLocalAws();
    try {
      const service = join(aws.runDir, 'sample');
      await mkdir(service);
      await writeFile(join(service, 'serverless.yml'), serverless);
      await mkdir(join(aws.runDir, 'service', 'test'), { recursive: true });
      await writeFile(join(aws.runDir, 'service', 'test', 'probe.zip'), await zipOf('probe.mjs'));
      const options = {
        aws,
        stage: 'test',
        params: { mode: 'enforce' },
        policyFile: 'p.yaml',
        service,
      };
      const { stackName, outputs } = await deployStack(options);
      expect(stackName).toBe('sample-test');

      const ask = createAsk(aws.url, aws.account, aws.region);
      await sendBodies(ask, outputs['Work'], ['hello']);
      const [report] = await takeReports({ ask, outputs }, 1, 10_000);
      expect(report).toMatchObject({
        bodies: ['hello'],
        node: process.version,
        env: { MODE: 'enforce', POLICY: join(process.cwd(), 'p.yaml'), AWS_ENDPOINT_URL: aws.url },
      });

      await removeStack(options);
      await expect(deployStack({ ...options, stage: 'unbuilt' })).rejects.toThrow(
        /^`osls deploy --stage unbuilt` failed: Cannot access package artifact at "probe\.zip"/,
      );
    } finally {
      await aws.stop();
    }
  }, 120_000);
});
