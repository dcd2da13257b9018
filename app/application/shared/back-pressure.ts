/** Too much waits already, or this has waited too long: nothing was tried, and the same makes sense a little later. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';

  constructor() {
    super('There is too much to do at the moment.');
  }
}

/** Whoever asked for it has gone: nothing was tried. */
export class NobodyWaits extends Error {
  override readonly name = 'NobodyWaits';

  constructor() {
    super('Nobody waits for this any more.');
  }
}
