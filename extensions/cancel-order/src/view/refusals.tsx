import type { ShopperRefusal } from '../../../../app/presentation/shopper-view.ts';
import { refusalText, type Translate } from '../words.ts';

/** Why not, and what to do instead. */
export function Refusals({ refusals, t }: { refusals: readonly ShopperRefusal[]; t: Translate }) {
  return (
    <s-stack gap="small-300">
      {refusals.map((refusal) => (
        <s-paragraph key={refusal.code}>{refusalText(t, refusal)}</s-paragraph>
      ))}
    </s-stack>
  );
}
