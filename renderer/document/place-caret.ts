import { toUnits } from '../../shared/text/code-points.ts';

/**
 * Puts the keyboard into the reading column, before code point `position` of its text, and scrolls there. The text
 * content of `column` is exactly `text`.
 */
export function placeCaret(column: HTMLElement, text: string, position: number): void {
  const walker = document.createTreeWalker(column, NodeFilter.SHOW_TEXT);
  let left = toUnits(text, position);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left < length) {
      column.focus({ preventScroll: true });
      document.getSelection()?.collapse(node, left);
      node.parentElement?.scrollIntoView({ block: 'nearest' });
      return;
    }
    left -= length;
  }
}
