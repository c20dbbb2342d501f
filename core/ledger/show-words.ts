import { showText } from '../show-text.ts';
import { clipText } from './clip-text.ts';

const MOST_WORDS = 1024;

/** AWS's or a writer's words inside a sentence: harmless, and no longer than people read. */
export const showWords = (words: string): string => clipText(showText(words), MOST_WORDS);
