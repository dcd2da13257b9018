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
  const { code } = page.words;
  return (
    <>
      {fault === null ? (
        <Notice role="status" texts={[code.sent]} />
      ) : (
        <Notice role="alert" texts={[fault]} />
      )}
      <StepForm page={page} hidden={{ step: 'code', challengeId }}>
        <div className="unorder-field unorder-code">
          <label htmlFor="unorder-code">{code.label}</label>
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
          {code.submit}
        </button>
      </StepForm>
      <p className="unorder-quiet unorder-after">{code.notArrived}</p>
      <p>
        <a href={page.address}>{code.again}</a>
      </p>
    </>
  );
}
