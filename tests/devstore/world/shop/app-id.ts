/** A stable id for an app that is known by its title only. */
export function appIdByTitle(title: string): number {
  let hash = 7;
  for (const character of title) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_000;
  return 9_000_000 + hash;
}
