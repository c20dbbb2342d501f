import { compliantCases } from './compliant-cases.ts';
import { copiedCases } from './copied-cases.ts';
import type { DemoCase } from './demo-case.ts';
import { hostileKeyCases } from './hostile-keys.ts';
import { isolatedCases } from './isolated-cases.ts';
import { movedCases } from './moved-cases.ts';
import { reEncryptedCases } from './re-encrypted-cases.ts';
import { reportedCases } from './reported-cases.ts';
import { unreadableCases } from './unreadable-cases.ts';

export const allCases: readonly DemoCase[] = [
  ...reEncryptedCases,
  ...copiedCases,
  ...isolatedCases,
  ...movedCases,
  ...compliantCases,
  ...reportedCases,
  ...unreadableCases,
  ...hostileKeyCases,
];
