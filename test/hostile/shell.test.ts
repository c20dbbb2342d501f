import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCommand } from '../../core/alerts/check-command.ts';
import { abortCommand } from '../../core/copies/abort-command.ts';
import { breakerOpenedRecord } from '../../core/ledger/breaker-opened-record.ts';
import { quarantineCommand } from '../../core/ledger/quarantine-command.ts';
import { objectResource } from '../../core/ledger/object-resource.ts';
import { hostileText } from '../core/ledger/any-verdict.ts';
import { CONTEXT } from '../core/ledger/make-input.ts';
import { acting } from './acts.ts';

const hasBash = spawnSync('bash', ['-c', ':']).status === 0;
const where = { account: '111122223333', region: 'eu-west-1' };
const OPTIONS = ['-rf', '--endpoint-url=x', '=x'];
const EXPANDED = [
  '~',
  '!!',
  '$HOME',
  '`id`',
  '*',
  '{a,b}',
  '<(id)',
  '>x',
  '#',
  'a;b',
  'a&b',
  'a|b',
];
const QUOTES = [
  "'",
  '"',
  '\\',
  '\\x41',
  '%41',
  'a b',
  'a\nb',
  '\u001B[2J',
  '\u202E',
  '\u0001',
  '3',
];
const TEXTS = [...OPTIONS, ...EXPANDED, ...QUOTES, ...fc.sample(hostileText, 500)]
  .filter((text) => !text.includes('\0'))
  .map((text) => text.toWellFormed()); // S3 keys are UTF-8

const check = (key: string): string | undefined =>
  checkCommand(objectResource({ bucket: 'b', key, versionId: key }, {}, CONTEXT));
const resume = (rule: string): string | undefined =>
  /`(sealward breaker resume .*) --reason \.\.\.`$/s.exec(
    breakerOpenedRecord({ rule, orders: 1, hour: '', at: '' }, CONTEXT).remediation?.desc ?? '',
  )?.[1];

/** What each command is called with, by a shell in which `aws` and `sealward` only say it. */
const argumentsOf = (commands: readonly string[]): readonly (readonly string[])[] => {
  const tell = `printf '%s\\0' "$#" "$@"`; // how many first: no word can pass for the end of a call
  const script = `aws() { ${tell}; }; sealward() { ${tell}; }\n${commands.join('\n')}\n`;
  const out = execFileSync('bash', ['-s'], { input: script, encoding: 'utf8', cwd: '/' });
  const words = out.split('\0').slice(0, -1);
  const calls: (readonly string[])[] = [];
  for (let at = 0; at < words.length; at += 1 + Number(words[at])) {
    calls.push(words.slice(at + 1, at + 1 + Number(words[at])));
  }
  return calls;
};

(hasBash ? describe : describe.skip)('a command that is printed', () => {
  it.each([
    ['checks', check, (t: string) => ['check', `s3://b/${t}`, '--version-id', t]],
    [
      'shows quarantine',
      (t: string) => quarantineCommand(t, t),
      (t: string) => ['quarantine', 'show', t, '--stack', t],
    ],
    ['resumes', resume, (t: string) => ['breaker', 'resume', t, '--stack', CONTEXT.stack]],
  ])('%s exactly what it names', (_title, commandOf, expected) => {
    const commands = TEXTS.map(commandOf);
    expect(commands.every((command) => command !== undefined)).toBe(true);
    expect(argumentsOf(commands.map(String))).toEqual(TEXTS.map(expected));
    expect(acting(commands.map(String))).toEqual([]);
  });

  it('ends exactly the upload that it names', () => {
    const keys = TEXTS.filter((key) => !/^(?:fileb?|https?):\/\//.test(key));
    const commands = keys.map((key) => abortCommand({ bucket: 'b', key, uploadId: 'u' }, where));
    expect(argumentsOf(commands.map(String)).map((words) => words.join('\0'))).toEqual(
      keys.map((key) => {
        const rest = `--expected-bucket-owner\0${where.account}\0--region\0${where.region}`;
        return `s3api\0abort-multipart-upload\0--bucket=b\0--key=${key}\0--upload-id=u\0${rest}`;
      }),
    );
  });

  // https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html
  it.each(['file:///etc/passwd', 'fileb://x', 'http://a', 'https://a'])(
    'is none for a key that the AWS CLI would read from elsewhere: %s',
    (key) => {
      expect(abortCommand({ bucket: 'b', key, uploadId: 'u' }, where)).toBeUndefined();
    },
  );
});
