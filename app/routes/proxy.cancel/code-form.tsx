import type { ChallengeId } from '../../application/guest/ports.ts';
import { Notice } from './notice.tsx';
import type { GuestPage } from './page.ts';
import { StepForm } from './step-form.tsx';

interface Props {
  readonly page: GuestPage;
  readonly challengeId: ChallengeId;
  readonly fault: string | null;
}

/** Asks for the code, in the same words whether one was sent or not. */
export function CodeForm({ page, challengeId, fault }: Props) {
  const { say } = page;
  return (
    <>
      {fault === null ? (
        <Notice role="status" texts={[say('guest.code.sent')]} />
      ) : (
        <Notice role="alert" texts={[fault]} />
      )}
      <StepForm page={page} hidden={{ step: 'code', challengeId }}>
        <div className="unorder-field unorder-code">
          <label htmlFor="unorder-code">{say('guest.code.label')}</label>
          <input
            id="unorder-code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={12}
          />
        </div>
        <button className="unorder-button" type="submit">
          {say('guest.code.submit')}
        </button>
      </StepForm>
      <p className="unorder-quiet unorder-after">{say('guest.code.notArrived')}</p>
      <p>
        <a href={page.address}>{say('guest.code.again')}</a>
      </p>
    </>
  );
}
