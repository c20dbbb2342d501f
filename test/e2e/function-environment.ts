import { resolveValue } from '../infra/resolve-value.ts';
import { propertiesOf, type Template } from '../infra/template.ts';

/** The environment of one function as the deployed stack would have it; nothing but Lambda's own is added. */
export const functionEnvironment = (
  template: Template,
  id: string,
  url: string,
): Readonly<Record<string, string>> => {
  const { Environment } = propertiesOf(template, id);
  const { Variables } = Environment as { readonly Variables: Readonly<Record<string, unknown>> };
  return {
    ...Object.fromEntries(
      Object.entries(Variables).map(([name, value]) => [name, resolveValue(template, value, url)]),
    ),
    AWS_REGION: 'eu-west-1',
    AWS_LAMBDA_FUNCTION_NAME: id,
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL: url,
  };
};
