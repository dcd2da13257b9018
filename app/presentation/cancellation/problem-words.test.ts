import { describe, expect, it } from 'vitest';

import { type Problem, ownProblem } from '../../domain/saga/problem.ts';
import { messagesIn } from '../../messages/messages.ts';
import { problemWords } from './problem-words.ts';

const said = (problem: Problem, language = 'de') =>
  problemWords(problem, messagesIn(language, 'staff'));

describe('why something was not done', () => {
  it.each<[Problem, string]>([
    [ownProblem('mail_failed', 'NO_ADDRESS'), 'Die Bestellung hat keine E-Mail-Adresse.'],
    [
      ownProblem('refused', 'CANCEL_WITHOUT_EFFECT'),
      'Shopify hat den Stornierungsauftrag beendet, aber die Bestellung ist nicht storniert.',
    ],
    [
      ownProblem('timeout', 'CANCEL_UNFINISHED'),
      'Shopify hat die Stornierung vor einer Stunde angenommen und noch nicht beendet.',
    ],
    [
      { kind: 'timeout', code: 'TIMEOUT', message: 'Shopify did not answer in time.' },
      'Shopify hat nicht rechtzeitig geantwortet.',
    ],
    [
      { kind: 'shop_gone', code: 'HTTP_402', message: 'Shopify answered with HTTP 402.' },
      'Shopify hat mit HTTP 402 geantwortet.',
    ],
    [
      { kind: 'mail_failed', code: 'SMTP_550', message: 'The mail server answered 550.' },
      'Der E-Mail-Server hat mit 550 geantwortet.',
    ],
    [
      { kind: 'mail_failed', code: 'EAUTH', message: 'The mail server was not reached.' },
      'Der E-Mail-Server war nicht erreichbar.',
    ],
    [
      { kind: 'unavailable', code: 'UND_ERR_SOCKET', message: 'The connection to Shopify failed.' },
      'Die Verbindung zu Shopify ist fehlgeschlagen.',
    ],
    [
      { kind: 'malformed', code: null, message: 'The answer is not a GraphQL answer.' },
      'Unorder konnte die Antwort von Shopify nicht lesen.',
    ],
  ])('is said in the reader’s language where Unorder says it: %j', (problem, words) => {
    expect(said(problem)).toBe(words);
  });

  it.each<Problem>([
    {
      kind: 'refused',
      code: 'INVALID',
      message: 'Cannot cancel an order that has outstanding fulfillments',
    },
    { kind: 'unavailable', code: null, message: 'Something went wrong' },
  ])('is in Shopify’s own words where Shopify says it: %j', (problem) => {
    expect(said(problem)).toBe(problem.message);
  });

  it.each<Problem>([
    {
      kind: 'refused',
      code: null,
      message: 'Shopify finished the cancellation job, but the order is not cancelled.',
    },
    {
      kind: 'timeout',
      code: null,
      message: 'Shopify accepted the cancellation an hour ago and has not finished it.',
    },
    { kind: 'mail_failed', code: null, message: 'The mail server did not take the mail.' },
  ])('is shown as it was stored before there was a code for it: %j', (problem) => {
    expect(said(problem)).toBe(problem.message);
  });
});
