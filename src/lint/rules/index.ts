import type { Rule } from '../rule.ts';
import readBeforeFilled from './read-before-filled.ts';
export const adviceRules: readonly Rule[] = [readBeforeFilled];
