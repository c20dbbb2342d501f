import type { FrontRequest } from '../front-request.ts';
import type { Handed } from '../handed.ts';
import { credentialOf, serve, type ServeContext, tellCall } from '../serve.ts';
import type { Faults } from './create-faults.ts';

/** As `serve`, under the faults of a plan. */
export const serveBadly = async (
  request: FrontRequest,
  context: ServeContext,
  faults: Faults,
): Promise<Handed> => {
  const credential = credentialOf(request, context);
  const at = Date.now();
  return faults.serve(request, {
    service: credential.service,
    serve: async (asked) => serve(asked, context),
    tell: (served, told) => tellCall(told, served, credential, { at, ms: 0 }, context.emit),
  });
};
