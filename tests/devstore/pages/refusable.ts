import type { Response } from 'express';
import { CommerceRefusal } from '../world/contracts/contract.ts';

/** What a person asks for by a form may be refused by the world: 409 with its words. */
export function refusable(response: Response, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CommerceRefusal)) throw error;
    response.status(409).type('text').send(error.message);
  }
}
