interface AmountRowProps {
  readonly text: string;
  readonly amount: string;
  readonly strong?: boolean;
}

/** What it is for, and the amount in a column of its own. */
export function AmountRow({ text, amount, strong = false }: AmountRowProps) {
  const type = strong ? 'strong' : 'generic';
  return (
    <s-grid gridTemplateColumns="1fr auto" gap="base" alignItems="start">
      <s-text type={type}>{text}</s-text>
      <s-text type={type}>{amount}</s-text>
    </s-grid>
  );
}
