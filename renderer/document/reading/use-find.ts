import { useDeferredValue, useEffect, useMemo, useState, type RefObject } from 'react';
import { placeCaret } from '../place-caret.ts';
import { bringIntoView } from './bring-into-view.ts';
import { drawAt } from './draw-chunks.ts';
import type { Drawn } from './drawn.ts';
import { findInText, foldedText, type Hit } from './find-in-text.ts';
import { paint } from './highlights.ts';
import { rangeOf, selectedUnits, unitsInSight } from './places.ts';
import { lastFrom, type Reading } from './reading.ts';

/** Finding words in the document. */
export interface Find {
  open: boolean;
  /** Counts up each time it is asked for. */
  begun: number;
  words: string;
  hits: readonly Hit[];
  /** The hit that is shown, by its number; null when there is none. */
  at: number | null;
  begin: () => void;
  look: (words: string) => void;
  /** Goes to the next hit or the one before, round the ends. Answers where, or null when there is none. */
  step: (by: 1 | -1) => number | null;
  /** Closes; the caret is then at the hit that was shown last. */
  end: () => void;
}

interface Place {
  reading: Reading;
  column: RefObject<HTMLDivElement | null>;
  drawn: readonly Drawn[];
}

/** Finds in the document, paints what is found, and brings it into sight. */
export function useFind({ reading, column, drawn }: Place): Find {
  const [open, setOpen] = useState(false);
  const [begun, setBegun] = useState(0);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  /** Where the search began: the first hit is the first one from there. */
  const [start, setStart] = useState(0);
  const wanted = useDeferredValue(words);
  const sought = wanted !== '';
  // The folded text of a long document is made when it is first needed, and only then.
  const folded = useMemo(() => (sought ? foldedText(reading.text) : null), [reading, sought]);
  const hits = useMemo(() => (folded ? findInText(folded, wanted) : []), [folded, wanted]);
  const first = hits.findIndex(({ from }) => from >= start);
  const at = hits.length === 0 ? null : (chosen ?? Math.max(0, first));
  const hit = at === null ? undefined : hits[at];

  // Only what is in sight is painted: there may be thousands of hits.
  useEffect(() => {
    const place = column.current;
    if (!open || !place) return;
    const show = (): void => {
      const [from, to] = unitsInSight(place, reading);
      const first = lastFrom(hits.length, (each) => (hits[each]?.to ?? 0) <= from) + 1;
      const last = lastFrom(hits.length, (each) => (hits[each]?.from ?? 0) < to) + 1;
      const ranges = hits.slice(first, last).flatMap((each) => {
        const range = rangeOf(place, reading, each.from, each.to);
        return range ? [new StaticRange(range)] : [];
      });
      paint('stet-hits', ranges);
    };
    let frame = requestAnimationFrame(show);
    const scrolled = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(show);
    };
    // Scrolling does not bubble.
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', scrolled, { capture: true });
      paint('stet-hits', []);
    };
  }, [open, hits, reading, column, drawn]);

  useEffect(() => {
    const place = column.current;
    if (!open || !hit || !place) return;
    // Chunks are drawn at once, which cannot be done while effects are run.
    queueMicrotask(() => {
      drawAt(place, reading, hit.from, hit.to);
      const range = rangeOf(place, reading, hit.from, hit.to);
      if (!range) return;
      paint('stet-hit', [range]);
      bringIntoView(range);
    });
    return () => paint('stet-hit', []);
  }, [open, hit, reading, column, drawn]);

  const begin = (): void => {
    const selected = column.current && selectedUnits(column.current);
    if (selected) {
      setStart(selected.from);
      setChosen(null);
      const own = reading.text.slice(selected.from, selected.to).trim();
      if (own !== '' && own.length <= 100 && !own.includes('\n')) setWords(own);
    }
    setOpen(true);
    setBegun((times) => times + 1);
  };

  const look = (next: string): void => {
    // Going on with the word stays at the hit while it still is one.
    if (hit) setStart(hit.from);
    setChosen(null);
    setWords(next);
  };

  const step = (by: 1 | -1): number | null => {
    if (hits.length === 0) return null;
    const next = ((at ?? 0) + by + hits.length) % hits.length;
    setChosen(next);
    const to = hits[next];
    // With the bar closed the caret itself goes on; with it open, the keyboard stays there.
    if (!open && to && column.current) placeCaret(column.current, reading, to.from, to.to);
    return next;
  };

  const end = (): void => {
    setOpen(false);
    if (!column.current) return;
    if (hit) placeCaret(column.current, reading, hit.from, hit.to);
    else column.current.focus();
  };

  return { open, begun, words, hits, at, begin, look, step, end };
}
