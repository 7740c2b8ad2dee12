/** What is painted over the text without changing its nodes (CSS Custom Highlight API); styled in reader.module.css. */
type HighlightName = 'stet-sentence' | 'stet-hit' | 'stet-hits';

/** Paints ranges in place of those that were painted under this name before. */
export function paint(name: HighlightName, ranges: readonly AbstractRange[]): void {
  // jsdom, where components are tested, paints nothing.
  if (typeof Highlight === 'undefined') return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
