import { check } from '../check.ts';
import { finding } from '../finding.ts';

/** The policy in the shop's theme. */
export const theme = check(
  'theme',
  ({ isPlaced }) => [
    isPlaced ? finding('ok', 'theme_placed') : finding('attention', 'theme_not_placed'),
  ],
  'theme_unseen',
);
