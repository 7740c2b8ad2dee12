/** So much of the height stays free above and below what is read, so that it never sticks to an edge. */
const MARGIN = 48;
/** Parts of a long text get their true height when they come into sight; then it is looked at again. */
const LOOKS = 4;

/** Scrolls until a range of the reading column stands well in sight; not at all when it does. */
export function bringIntoView(range: Range, looks = LOOKS): void {
  const scroller = scrollerOf(range.startContainer);
  if (!scroller) return;
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const at = range.getBoundingClientRect();
  const least = top + Math.min(MARGIN, height / 4);
  const most = bottom - Math.min(MARGIN, height / 4);
  const tall = at.height > most - least;
  if (at.top >= least && (at.bottom <= most || (tall && at.top <= least + 8))) return;
  scroller.scrollBy({ top: tall ? at.top - least : at.top - top - height / 3 });
  if (looks > 1) requestAnimationFrame(() => bringIntoView(range, looks - 1));
}

/** What scrolls around a node: the column by itself, or with what stands below it. */
function scrollerOf(node: Node): HTMLElement | null {
  let element = node.parentElement;
  while (element && !/auto|scroll/u.test(getComputedStyle(element).overflowY))
    element = element.parentElement;
  return element;
}
