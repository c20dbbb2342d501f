import { ANNOTATION_RULES } from './rules/annotation-rules.ts';
import { BUCKET_RULES, LIST_RULES, MULTIPART_RULES } from './rules/bucket-rules.ts';
import { ENCRYPTION_RULES, SSE_C_RULES } from './rules/encryption-rules.ts';
import { EVENT_RULES } from './rules/event-rules.ts';
import { KMS_RULES } from './rules/kms-rules.ts';
import { MODEL_RULES } from './rules/model-rules.ts';
import {
  CONDITION_RULES,
  COPY_RULES,
  INTEGRITY_RULES,
  METADATA_RULES,
  READ_RULES,
  UPDATE_RULES,
} from './rules/object-rules.ts';
import { CLASS_RULES, LOCK_RULES, TAG_RULES, VERSION_RULES } from './rules/version-rules.ts';

/** Everything the model claims about AWS. Each has a test that names it by its id. */
export const RULES = [
  ...ENCRYPTION_RULES,
  ...SSE_C_RULES,
  ...UPDATE_RULES,
  ...COPY_RULES,
  ...CONDITION_RULES,
  ...READ_RULES,
  ...INTEGRITY_RULES,
  ...METADATA_RULES,
  ...VERSION_RULES,
  ...LOCK_RULES,
  ...TAG_RULES,
  ...ANNOTATION_RULES,
  ...CLASS_RULES,
  ...BUCKET_RULES,
  ...LIST_RULES,
  ...MULTIPART_RULES,
  ...EVENT_RULES,
  ...KMS_RULES,
  ...MODEL_RULES,
] as const;

export type RuleId = (typeof RULES)[number]['id'];
