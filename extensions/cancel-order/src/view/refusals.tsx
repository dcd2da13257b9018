import type { ShopperRefusal } from '../../../../app/contract/shopper/shopper-view.ts';
import { refusalTexts, type Translate } from '../words.ts';

/** Why not, and what to do instead. */
export function Refusals({ refusals, t }: { refusals: readonly ShopperRefusal[]; t: Translate }) {
  return (
    <s-stack gap="small-300">
      {refusalTexts(t, refusals).map((text) => (
        <s-paragraph key={text}>{text}</s-paragraph>
      ))}
    </s-stack>
  );
}
