import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

// Before Polaris, which asks the browser for its width as soon as it is loaded.
import { pressWhenReady, renderPage } from '../../../tests/support/pages/page.tsx';
import { ChoiceList, TextField } from '@shopify/polaris';
import { Dialog } from './dialog.tsx';

afterEach(cleanup);

const confirm = vi.fn();

/** Asks in two steps; the red button is the last of them. */
function Page() {
  const [step, setStep] = useState<'closed' | 'form' | 'review'>('closed');
  const isReview = step === 'review';
  return (
    <>
      <h1>Orders</h1>
      <button onClick={() => setStep('form')}>Open</button>
      {step !== 'closed' && (
        <Dialog
          title="Cancel order"
          step={step}
          summary={<p>{isReview ? 'All of it goes.' : 'What goes?'}</p>}
          onClose={() => setStep('closed')}
          {...(isReview
            ? {
                destructiveAction: { content: 'Cancel it', onAction: confirm },
                secondaryAction: { content: 'Back', onAction: () => setStep('form') },
              }
            : { primaryAction: { content: 'Review', onAction: () => setStep('review') } })}
        />
      )}
    </>
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const isReady = () => expect(button('Cancel it').getAttribute('aria-disabled')).not.toBe('true');
const focused = () => document.activeElement?.textContent;

async function openReview() {
  const user = userEvent.setup();
  confirm.mockReset();
  renderPage(<Page />);
  await user.click(button('Open'));
  await user.click(button('Review'));
  return user;
}

describe('a dialog whose form is refused', () => {
  function Form({ field }: { readonly field: 'text' | 'choices' }) {
    const [isMissing, setMissing] = useState(false);
    return (
      <Dialog
        title="Decline"
        onClose={() => undefined}
        primaryAction={{ content: 'Go on', onAction: () => setMissing(true) }}
      >
        <TextField label="A note" value="" onChange={() => undefined} autoComplete="off" />
        {field === 'text' ? (
          <TextField
            label="Message"
            value=""
            onChange={() => undefined}
            error={isMissing && 'Write one.'}
            autoComplete="off"
          />
        ) : (
          <ChoiceList
            title="What instead"
            choices={[{ value: 'wait', label: 'Wait' }]}
            selected={[]}
            {...(isMissing && { error: 'Choose one.' })}
          />
        )}
      </Dialog>
    );
  }

  it.each([
    ['text', 'Message'],
    ['choices', 'Wait'],
  ] as const)('leads to what is missing: %s', async (field, label) => {
    const user = userEvent.setup();
    renderPage(<Form field={field} />);
    await user.click(button('Go on'));
    expect(document.activeElement).toBe(screen.getByLabelText(label));
  });
});

describe('a dialog that asks before it destroys', () => {
  it('moves the focus to what will happen, step by step, and never to a button', async () => {
    const user = userEvent.setup();
    renderPage(<Page />);
    await user.click(button('Open'));
    expect(focused()).toBe('What goes?');
    await user.click(button('Review'));
    expect(focused()).toBe('All of it goes.');
  });

  it('case 77: is not confirmed by Enter pressed twice, or held', async () => {
    confirm.mockReset();
    const user = userEvent.setup();
    renderPage(<Page />);
    await user.click(button('Open'));
    button('Review').focus();
    await user.keyboard('{Enter}{Enter}{Enter>20/}');
    expect(button('Cancel it')).toBeTruthy();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await user.keyboard('{Enter}');
    expect(confirm).not.toHaveBeenCalled();
  });

  it('case 77: is not confirmed by a key held on its red button', async () => {
    await openReview();
    await waitFor(isReady);
    fireEvent.keyDown(button('Cancel it'), { key: 'Enter', repeat: true });
    fireEvent.click(button('Cancel it'));
    expect(confirm).not.toHaveBeenCalled();
  });

  it('case 77: is not confirmed by a press that began before it could be read', async () => {
    await openReview();
    fireEvent.pointerDown(button('Cancel it'));
    await waitFor(isReady);
    fireEvent.click(button('Cancel it'), { detail: 1 });
    expect(confirm).not.toHaveBeenCalled();
  });

  it('case 77: is not left by the second half of a double press either', async () => {
    const user = await openReview();
    await user.click(button('Back'));
    expect(button('Cancel it')).toBeTruthy();
  });

  it('case 77: is not closed by the rest of a double click that falls beside it', async () => {
    await openReview();
    fireEvent.click(button('Close'), { detail: 2 });
    expect(button('Cancel it')).toBeTruthy();
    fireEvent.click(button('Close'), { detail: 1 });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is confirmed by a press of its own', async () => {
    const user = await openReview();
    await pressWhenReady('Cancel it', user);
    expect(confirm).toHaveBeenCalledOnce();
  });

  it('is confirmed by the keyboard, with a press of its own', async () => {
    const user = await openReview();
    await waitFor(isReady);
    button('Cancel it').focus();
    await user.keyboard('{Enter}');
    expect(confirm).toHaveBeenCalledOnce();
  });
});

describe('a dialog that closes', () => {
  it('gives the focus back to the control that opened it, whatever steps it went through', async () => {
    const user = await openReview();
    await user.click(button('Close'));
    await waitFor(() => expect(focused()).toBe('Open'));
  });

  it('gives the focus to the heading when that control is gone', async () => {
    const user = userEvent.setup();
    const Gone = () => {
      const [step, setStep] = useState<'before' | 'open' | 'after'>('before');
      return (
        <>
          <h1>Orders</h1>
          {step === 'before' && <button onClick={() => setStep('open')}>Open</button>}
          {step === 'open' && (
            <Dialog title="Asked" summary={<p>Asked</p>} onClose={() => setStep('after')} />
          )}
        </>
      );
    };
    renderPage(<Gone />);
    await user.click(button('Open'));
    await user.click(button('Close'));
    await waitFor(() => expect(focused()).toBe('Orders'));
  });
});
