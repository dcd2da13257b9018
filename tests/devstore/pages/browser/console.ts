/** The browser's console is where whoever writes an extension or an app looks for its faults. */
export function tellConsole(...problem: unknown[]): void {
  // eslint-disable-next-line no-console -- in a browser there is no other place
  console.error(...problem);
}
