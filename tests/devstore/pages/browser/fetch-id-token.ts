/** Asks the page's server for a fresh id token; throws when it mints none. */
export async function fetchIdToken(address: string): Promise<string> {
  const answer = await fetch(address, { method: 'POST' });
  if (!answer.ok) throw new Error(`The devstore minted no id token (${String(answer.status)}).`);
  const { idToken } = (await answer.json()) as { idToken: string };
  return idToken;
}
