import { createContext, Script } from 'node:vm';

const hook = createContext();
const CALL = new Script('call()');

/** Whether it came back in so many milliseconds. It is ended where it does not, even within a regular expression. */
export const endsWithin = (timeout: number, call: () => void): boolean => {
  hook['call'] = call;
  try {
    CALL.runInContext(hook, { timeout });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
};
