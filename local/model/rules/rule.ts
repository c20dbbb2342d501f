/**
 * `documented`: AWS says so at the page. `observed`: recorded answers of AWS or the SDK's own tests say
 * so, the page does not. `assumed`: our reading, to be checked against AWS before anybody leans on it.
 */
export type RuleStatus = 'documented' | 'observed' | 'assumed';

export type Rule<Id extends string = string> = {
  readonly id: Id;
  readonly statement: string;
  readonly status: RuleStatus;
  readonly url: string;
};

const rulesOf =
  (status: RuleStatus) =>
  <Id extends string>(url: string, statements: Readonly<Record<Id, string>>): readonly Rule<Id>[] =>
    (Object.entries(statements) as [Id, string][]).map(([id, statement]) => ({
      id,
      statement,
      status,
      url,
    }));

export const documented = rulesOf('documented');
export const observed = rulesOf('observed');
export const assumed = rulesOf('assumed');

export const s3Api = (operation: string): string =>
  `https://docs.aws.amazon.com/AmazonS3/latest/API/API_${operation}.html`;

export const s3Guide = (page: string): string =>
  `https://docs.aws.amazon.com/AmazonS3/latest/userguide/${page}.html`;

export const kmsApi = (operation: string): string =>
  `https://docs.aws.amazon.com/kms/latest/APIReference/API_${operation}.html`;

export const kmsGuide = (page: string): string =>
  `https://docs.aws.amazon.com/kms/latest/developerguide/${page}.html`;
