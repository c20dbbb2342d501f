import { toAwsProblem } from '../aws/to-aws-problem.ts';
import type { AwsProblem } from '../core/aws-problem.ts';

type Where = { readonly kind: 'where'; readonly region: string; readonly account: string };

/** Region and account of whoever calls. Whatever is missing is an answer, not an exception. */
export const findCaller = async (
  region: () => Promise<string>,
  account: () => Promise<string>,
): Promise<Where | AwsProblem> => {
  let found: string;
  try {
    found = await region();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'aws-problem', cause: 'no-region', words: error.message };
  }
  try {
    return { kind: 'where', region: found, account: await account() };
  } catch (error) {
    const problem = toAwsProblem(error);
    if (problem === undefined) throw error;
    return problem;
  }
};
