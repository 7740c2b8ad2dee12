import { useEffect, useRef, useState, type RefObject } from 'react';
import { placeCaret } from '../place-caret.ts';
import { bringIntoView } from './bring-into-view.ts';
import { drawAt } from './draw-chunks.ts';
import type { Drawn } from './drawn.ts';
import { paint } from './highlights.ts';
import { pointAt, rangeOf, selectedUnits } from './places.ts';
import type { Reading } from './reading.ts';
import { sentenceAt, type SentencePlace } from './sentence-places.ts';

interface Place {
  reading: Reading;
  sentences: readonly SentencePlace[];
  column: RefObject<HTMLDivElement | null>;
  /** What is drawn: when it changes, what was painted over it has to be painted again. */
  drawn: readonly Drawn[];
}

/** The sentence that is being read: the one with the caret, which stays when the keyboard goes elsewhere. */
export interface Current {
  /** Its number; null before the text was entered. */
  index: number | null;
  /** Puts the caret before a sentence. */
  goTo: (index: number) => void;
  /** Selects whole sentences up to one beside those that are selected. Answers how many there are then. */
  extend: (by: 1 | -1) => number;
}

/** Keeps the current sentence, and paints it. */
export function useCurrent({ reading, sentences, column, drawn }: Place): Current {
  const [index, setIndex] = useState<number | null>(null);
  const caret = useRef<number | null>(null);
  /** The sentence at which extending began, and the one it has come to. */
  const extent = useRef<{ anchor: number; focus: number } | null>(null);

  useEffect(() => {
    const look = (): void => {
      const place = column.current;
      if (!place || document.activeElement !== place) return;
      const selected = selectedUnits(place);
      if (!selected) return;
      caret.current = selected.from;
      if (selected.from < selected.to) return;
      extent.current = null;
      setIndex(sentenceAt(sentences, selected.from));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [column, sentences]);

  // Coming back by key goes on where the caret was: the browser would put it at the beginning.
  useEffect(() => {
    const place = column.current;
    if (!place) return;
    let byPointer = false;
    const press = (): void => void (byPointer = true);
    const release = (): void => void (byPointer = false);
    const enter = (): void => {
      const selected = selectedUnits(place);
      const lost = !selected || selected.to === 0;
      if (!byPointer && lost && caret.current !== null) placeCaret(place, reading, caret.current);
    };
    place.addEventListener('mousedown', press);
    document.addEventListener('mouseup', release);
    place.addEventListener('focus', enter);
    return () => {
      place.removeEventListener('mousedown', press);
      document.removeEventListener('mouseup', release);
      place.removeEventListener('focus', enter);
    };
  }, [column, reading]);

  useEffect(() => {
    const sentence = index === null ? undefined : sentences[index];
    const place = column.current;
    const range = sentence && place ? rangeOf(place, reading, sentence.from, sentence.to) : null;
    paint('stet-sentence', range ? [range] : []);
    return () => paint('stet-sentence', []);
  }, [index, sentences, reading, column, drawn]);

  const goTo = (to: number): void => {
    const sentence = sentences[to];
    if (!sentence || !column.current) return;
    placeCaret(column.current, reading, sentence.from, sentence.to);
    caret.current = sentence.from;
    extent.current = null;
    setIndex(to);
  };

  const extend = (by: 1 | -1): number => {
    const place = column.current;
    if (!place || sentences.length === 0) return 0;
    const from = extent.current ?? { anchor: index ?? 0, focus: index ?? 0 };
    const focus = Math.max(0, Math.min(sentences.length - 1, from.focus + by));
    const first = sentences[Math.min(from.anchor, focus)];
    const last = sentences[Math.max(from.anchor, focus)];
    if (first && last) drawAt(place, reading, first.from, last.to);
    const start = first && pointAt(place, reading, first.from);
    const end = last && pointAt(place, reading, last.to, true);
    const edge = sentences[focus];
    if (!start || !end || !edge) return 0;
    place.focus({ preventScroll: true });
    document.getSelection()?.setBaseAndExtent(...start, ...end);
    extent.current = { anchor: from.anchor, focus };
    const range = rangeOf(place, reading, edge.from, edge.to);
    if (range) bringIntoView(range);
    return Math.abs(focus - from.anchor) + 1;
  };

  return { index, goTo, extend };
}
