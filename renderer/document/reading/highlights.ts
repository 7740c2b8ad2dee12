/** What is painted over the text without changing its nodes (CSS Custom Highlight API); styled in reader.module.css. */
type HighlightName = 'stet-sentence' | 'stet-hit' | 'stet-hits';

/** What lies over what, where they overlap. */
const PRIORITIES: Readonly<Record<HighlightName, number>> = {
  'stet-sentence': 0,
  'stet-hits': 1,
  'stet-hit': 2,
};

/** Paints ranges in place of those that were painted under this name before. */
export function paint(name: HighlightName, ranges: readonly AbstractRange[]): void {
  // jsdom, where components are tested, paints nothing.
  if (typeof Highlight === 'undefined') return;
  if (ranges.length === 0) return void CSS.highlights.delete(name);
  const highlight = new Highlight(...ranges);
  highlight.priority = PRIORITIES[name];
  CSS.highlights.set(name, highlight);
}
