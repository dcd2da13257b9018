/** Drawn product pictures: flat shapes on a tinted ground, as `data:` addresses. */

const INK = '#2f3a3d';

/** What is drawn for each kind of product, on a 200 by 200 field. */
const DRAWINGS = {
  mug: `<path d="M62 70h66v58a22 22 0 0 1-22 22H84a22 22 0 0 1-22-22z" fill="#c8553d"/><path d="M128 84h12a16 16 0 0 1 0 36h-12" fill="none" stroke="#c8553d" stroke-width="10"/><path d="M80 58c-6-10 6-14 0-24M102 58c-6-10 6-14 0-24" stroke="${INK}" stroke-width="4" fill="none" stroke-linecap="round"/>`,
  bowl: `<path d="M44 92h112a56 56 0 0 1-112 0z" fill="#4f7cac"/><path d="M80 150h40v8H80z" fill="#3c6187"/><ellipse cx="100" cy="92" rx="56" ry="10" fill="#9dbbd6"/>`,
  lamp: `<path d="M74 44h52l18 52H56z" fill="#f2c14e"/><path d="M97 96h6v50h-6z" fill="${INK}"/><path d="M72 146h56v10H72z" fill="${INK}"/>`,
  throwBlanket: `<path d="M46 62h108v84H46z" fill="#7a9e7e"/><path d="M46 82h108M46 104h108M46 126h108" stroke="#e9f1ea" stroke-width="6"/><path d="M52 146v12M68 146v12M84 146v12M100 146v12M116 146v12M132 146v12M148 146v12" stroke="#7a9e7e" stroke-width="4"/>`,
  cushion: `<path d="M54 66q46-16 92 0 16 40 0 80-46 16-92 0-16-40 0-80z" fill="#d8a48f"/><path d="M70 84l60 48M130 84l-60 48" stroke="#b97e67" stroke-width="4"/>`,
  board: `<rect x="56" y="40" width="88" height="120" rx="18" fill="#b08968"/><circle cx="100" cy="60" r="8" fill="#f7f3ee"/><path d="M76 84v60M100 84v60M124 84v60" stroke="#8d6b4d" stroke-width="3"/>`,
  candle: `<rect x="72" y="84" width="56" height="70" rx="8" fill="#f7f3ee" stroke="#d6cdbf" stroke-width="3"/><path d="M100 84V70" stroke="${INK}" stroke-width="4"/><path d="M100 40c14 16 10 28 0 30-10-2-14-14 0-30z" fill="#f2a541"/>`,
  vase: `<path d="M84 46h32v18c24 16 28 44 14 72a16 16 0 0 1-14 10H84a16 16 0 0 1-14-10c-14-28-10-56 14-72z" fill="#5b8e7d"/><path d="M100 46c0-20 12-24 20-30M100 46c0-18-10-22-18-26" stroke="#7a9e7e" stroke-width="4" fill="none"/>`,
  clock: `<circle cx="100" cy="100" r="56" fill="#f7f3ee" stroke="${INK}" stroke-width="8"/><path d="M100 100V66M100 100l24 14" stroke="${INK}" stroke-width="6" stroke-linecap="round"/>`,
  basket: `<path d="M50 88h100l-12 64H62z" fill="#c9a66b"/><path d="M62 88a38 38 0 0 1 76 0" fill="none" stroke="#a07f47" stroke-width="8"/><path d="M56 108h88M60 128h80" stroke="#a07f47" stroke-width="4"/>`,
  towel: `<rect x="58" y="52" width="84" height="104" rx="8" fill="#8fb8de"/><path d="M58 76h84M58 84h84M58 132h84" stroke="#f7f3ee" stroke-width="4"/>`,
  jug: `<path d="M70 52h50l8 20v72a14 14 0 0 1-14 14H80a14 14 0 0 1-14-14V72z" fill="#a3b9c9"/><path d="M128 80h10a12 12 0 0 1 12 12v20a12 12 0 0 1-12 12h-10" fill="none" stroke="#a3b9c9" stroke-width="9"/>`,
  stool: `<ellipse cx="100" cy="72" rx="48" ry="14" fill="#b08968"/><path d="M66 80L54 156M134 80l12 76M92 86l-6 70M108 86l6 70" stroke="#8d6b4d" stroke-width="9" stroke-linecap="round"/>`,
  mirror: `<circle cx="100" cy="92" r="50" fill="#dce9ef" stroke="#b08968" stroke-width="10"/><path d="M76 104l34-34M92 116l34-34" stroke="#f7fbfd" stroke-width="6" stroke-linecap="round"/>`,
  plant: `<path d="M72 112h56l-8 44H80z" fill="#c8553d"/><path d="M100 112c-2-30-26-36-34-34 0 18 14 34 34 34zM100 112c2-38 26-46 36-42 0 22-16 40-36 42zM100 112V60" fill="#5b8e7d" stroke="#3f6b5c" stroke-width="4"/>`,
  pattern: `<path d="M56 48h72l16 16v92H56z" fill="#f7f3ee" stroke="#d6cdbf" stroke-width="3"/><path d="M72 84h56M72 102h56M72 120h36" stroke="#4f7cac" stroke-width="5"/>`,
  giftCard: `<rect x="44" y="64" width="112" height="76" rx="10" fill="#2f3a3d"/><path d="M44 88h112" stroke="#f2c14e" stroke-width="8"/><path d="M84 64c-12-20 10-26 16 0 6-26 28-20 16 0" fill="none" stroke="#f2c14e" stroke-width="6"/>`,
  hook: `<rect x="48" y="76" width="104" height="20" rx="6" fill="#b08968"/><path d="M68 96v26a10 10 0 0 0 20 0M112 96v26a10 10 0 0 0 20 0" fill="none" stroke="${INK}" stroke-width="7" stroke-linecap="round"/>`,
} as const;

export type Drawing = keyof typeof DRAWINGS;

export function picture(drawing: Drawing, ground: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="600" height="600"><rect width="200" height="200" fill="${ground}"/>${DRAWINGS[drawing]}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
