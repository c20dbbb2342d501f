import { compliantCases } from './compliant-cases.ts';
import type { DemoCase } from './demo-case.ts';
import { hostileKeyCases } from './hostile-keys.ts';
import { reEncryptedCases } from './re-encrypted-cases.ts';
import { reportedCases } from './reported-cases.ts';
import { unreadableCases } from './unreadable-cases.ts';

export const allCases: readonly DemoCase[] = [
  ...reEncryptedCases,
  ...compliantCases,
  ...reportedCases,
  ...unreadableCases,
  ...hostileKeyCases,
];
