const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The beginning of a text, at most `most` UTF-16 units long, cut between characters as people count them:
 * never through an emoji, nor between a letter and its accent. Half of one would be a text that databases and
 * APIs refuse.
 */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Names and tags as Shopify compares them: the same in any case, and whatever space surrounds them. */
export const folded = (text: string): string => text.trim().toLowerCase();
