interface Props {
  /** `alert` is read out at once: something the visitor did was not done. */
  readonly role: 'alert' | 'status';
  readonly heading?: string;
  readonly texts: readonly string[];
}

/** Something the visitor has to know first. */
export function Notice({ role, heading, texts }: Props) {
  if (texts.length === 0 && heading === undefined) return null;
  return (
    <div className="unorder-note" role={role}>
      {heading !== undefined && <h2>{heading}</h2>}
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
