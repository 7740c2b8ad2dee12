import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { pointIn } from './places.ts';
import { chunkAt, type Reading } from './reading.ts';

/**
 * A long text is first there as bare text, a node for each chunk, and a chunk is drawn with its lines and marks when it
 * comes near: drawing a thousand pages at once takes as long as reading one, and every look at the page after that too.
 */

/** So far from what is in sight chunks are drawn, so that nobody sees them bare. */
const NEAR = '1500px';
/** Texts of so few chunks are drawn at once. */
const FEW = 30;
/** Asks a chunk to be drawn at once, or with all others that came near. */
const DRAW = 'stet-draw';
const DRAW_SOON = 'stet-draw-soon';

let observer: IntersectionObserver | undefined;

function watch(chunk: Element): () => void {
  // The observer of one text serves the next: what is not in the page any more never comes near.
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) target.dispatchEvent(new Event(DRAW_SOON));
    },
    // The margin of the scrolling element, not of the window.
    { scrollMargin: NEAR } as IntersectionObserverInit,
  );
  observer.observe(chunk);
  return () => observer?.unobserve(chunk);
}

/** Whether a chunk is to be drawn: from when it first comes near, or is asked for by `drawAt()`. */
export function useDrawn(chunk: RefObject<HTMLElement | null>, index: number, of: number): boolean {
  const [near, setNear] = useState(of <= FEW || index === 0 || typeof IntersectionObserver === 'undefined');
  useLayoutEffect(() => {
    const element = chunk.current;
    if (near || !element) return;
    const draw = (): void => keepingSelection(element, () => flushSync(() => setNear(true)));
    const drawSoon = (): void => {
      const { anchorNode = null, focusNode = null } = document.getSelection() ?? {};
      if (element.contains(anchorNode) || element.contains(focusNode)) draw();
      else setNear(true);
    };
    element.addEventListener(DRAW, draw);
    element.addEventListener(DRAW_SOON, drawSoon);
    const stop = watch(element);
    return () => {
      element.removeEventListener(DRAW, draw);
      element.removeEventListener(DRAW_SOON, drawSoon);
      stop();
    };
  }, [near, chunk]);
  return near;
}

/** Has the chunks drawn in which a span begins and ends, in UTF-16 units; at once, so that ranges in them hold. */
export function drawAt(column: HTMLElement, reading: Pick<Reading, 'chunks'>, from: number, to = from): void {
  for (const unit of [from, Math.max(from, to - 1)]) {
    const index = chunkAt(reading, unit)?.index;
    if (index !== undefined) column.children[index]?.dispatchEvent(new Event(DRAW));
  }
}

/** The caret, or an end of the selection, may be in the text that is about to be drawn. */
function keepingSelection(element: Element, draw: () => void): void {
  const selection = document.getSelection();
  if (!selection) return draw();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const anchor = unitIn(element, anchorNode, anchorOffset);
  const focus = unitIn(element, focusNode, focusOffset);
  draw();
  if (anchor === null && focus === null) return;
  const [fromNode, from] = (anchor === null ? null : pointIn(element, anchor)) ?? [anchorNode, anchorOffset];
  const [toNode, to] = (focus === null ? null : pointIn(element, focus)) ?? [focusNode, focusOffset];
  if (fromNode && toNode) selection.setBaseAndExtent(fromNode, from, toNode, to);
}

function unitIn(element: Element, node: Node | null, offset: number): number | null {
  if (!node || !element.contains(node)) return null;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
}
