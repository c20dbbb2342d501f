import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkout } from '../../local/stand-in/checkout.ts';
import { bundle } from '../../scripts/build/bundle.ts';
import { commandsIn } from './commands-in.ts';
import { decideRequest } from './decide-request.ts';
import type { PackagedStack } from './packaged-stack.ts';
import { allowedActions, roleStatements } from './policies.ts';
import { actionsOf } from './service-authorization.ts';
import { propertiesOf } from './template.ts';

// What the command line can ask a stack for beyond releases, with the credentials of whoever runs it.
const FOR_STATUS_ALONE = ['ListBuckets', 'ListMultipartUploads', 'Scan'];
// A release gives the ACL back, and never a lock: what is locked is not moved.
const WITHHELD = ['s3:PutObjectRetention', 's3:PutObjectLegalHold'];

/** What people use to look into the quarantine and to release from it. */
export const describeReleaseRole = (stack: () => PackagedStack): void => {
  describe('the release role', () => {
    let commands: readonly string[];
    beforeAll(async () => {
      const { metafile } = await bundle({
        root: checkout,
        entry: 'runtime/connect-stack.ts',
        name: 'connect-stack',
        target: 'node20',
        sourceMap: false,
        plugins: [],
      });
      commands = commandsIn(metafile);
    });

    it('may do what the command line asks of a stack, but for its status, and nothing else', () => {
      const releasing = commands.filter((command) => !FOR_STATUS_ALONE.includes(command));
      expect(releasing).toContain('CopyObject');
      const needed = actionsOf(releasing).filter((action) => !WITHHELD.includes(action));
      expect(allowedActions(stack().plain, 'ReleaseRole').toSorted()).toEqual(needed.toSorted());
    });

    it('can be assumed for an hour, by whom the account’s IAM lets', () => {
      const account = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' };
      expect(propertiesOf(stack().plain, 'ReleaseRole')).toMatchObject({
        MaxSessionDuration: 3600,
        AssumeRolePolicyDocument: { Statement: [{ Principal: { AWS: [account] } }] },
      });
    });

    it('writes nothing to quarantine but that something was released', () => {
      const may = (key: string) =>
        decideRequest(stack().plain, roleStatements(stack().plain, 'ReleaseRole'), {
          principal: 'arn:aws:iam::111122223333:role/sealward-dev-eu-west-1-release',
          action: 's3:PutObject',
          resource: `arn:aws:s3:::quarantinebucket/archive/intent/${key}`,
        });
      expect([may('release.json'), may('restored/release.json')]).toEqual(['allow', 'allow']);
      expect([may('manifest.json'), may('object')]).toEqual(['nothing', 'nothing']);
    });
  });
};
