import { Notice } from './notice.tsx';
import type { GuestPage } from './page.ts';
import { StepForm } from './step-form.tsx';

interface Props {
  readonly page: GuestPage;
  /** Why the visitor is here again; null for the first time. */
  readonly fault: string | null;
  readonly entered: { readonly orderName: string; readonly contact: string };
}

/** Which order it is, and by what its buyer can be recognised. */
export function AskForm({ page, fault, entered }: Props) {
  const { say } = page;
  return (
    <>
      {fault !== null && <Notice role="alert" texts={[fault]} />}
      <p>{say('guest.ask.intro')}</p>
      <StepForm page={page} hidden={{ step: 'ask' }}>
        <div className="unorder-field">
          <label htmlFor="unorder-order-name">{say('guest.ask.orderName')}</label>
          <input
            id="unorder-order-name"
            name="orderName"
            defaultValue={entered.orderName}
            aria-describedby="unorder-order-name-hint"
            autoComplete="off"
            required
            maxLength={64}
          />
          <span id="unorder-order-name-hint" className="unorder-quiet">
            {say('guest.ask.orderNameHint')}
          </span>
        </div>
        <div className="unorder-field">
          <label htmlFor="unorder-contact">{say('guest.ask.contact')}</label>
          <input
            id="unorder-contact"
            name="contact"
            defaultValue={entered.contact}
            autoComplete="email"
            autoCapitalize="none"
            required
            maxLength={254}
          />
        </div>
        <button className="unorder-button" type="submit">
          {say('guest.ask.submit')}
        </button>
      </StepForm>
    </>
  );
}
