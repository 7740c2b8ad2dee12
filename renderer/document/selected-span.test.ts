import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { positionsOf } from '../../shared/reading/positions.ts';
import { codePointLength } from '../../shared/text/code-points.ts';
import { selectedSpan } from './selected-span.ts';

const TEXT = 'Fire 🔥 at the mill.\nNobody 👩‍🚒 was hurt.\n';

const READING = { text: TEXT, positions: positionsOf(TEXT) };

let column: HTMLElement;
let outside: HTMLElement;

/** The reading column as the reader draws it: chunks of lines, words under marks, nothing but the text. */
beforeEach(() => {
  document.body.innerHTML =
    '<p id="outside">Elsewhere</p>' +
    '<div id="column"><div data-from="0"><p>Fire 🔥 <mark>at the</mark> mill.\n</p></div>' +
    `<div data-from="${TEXT.indexOf('Nobody')}"><p>Nobody 👩‍🚒 was hurt.\n</p></div></div>`;
  const [found, other] = [document.getElementById('column'), document.getElementById('outside')];
  if (!found || !other) throw new Error('the page is not there');
  [column, outside] = [found, other];
  if (column.textContent !== TEXT) throw new Error('the column is not the text');
});

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  document.body.innerHTML = '';
});

/** A place in the text of an element, counted in UTF-16 units, as a node and an offset in it. */
function placeIn(element: HTMLElement, unit: number): [Node, number] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let left = unit, node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  throw new Error(`nothing is at ${unit}`);
}

function selectText(anchor: [Node, number], focus: [Node, number]): void {
  document.getSelection()?.setBaseAndExtent(...anchor, ...focus);
}

/** Selects words of the column and answers what is found. */
function spanOfWords(words: string) {
  const from = TEXT.indexOf(words);
  selectText(placeIn(column, from), placeIn(column, from + words.length));
  return selectedSpan(column, READING);
}

describe('selectedSpan', () => {
  it('counts code points, also after an emoji', () => {
    expect(spanOfWords('Fire')).toMatchObject({ start: 0, end: 4, words: 'Fire' });
    expect(spanOfWords('at the mill')).toMatchObject({ start: 7, end: 18, words: 'at the mill' });
    const after = codePointLength(TEXT.slice(0, TEXT.indexOf('was')));
    expect(spanOfWords('was hurt')).toMatchObject({ start: after, end: after + 8, words: 'was hurt' });
  });

  it('spans lines and marks', () => {
    const found = spanOfWords('mill.\nNobody');
    expect(found?.words).toBe('mill.\nNobody');
    expect([...TEXT].slice(found?.start, found?.end).join('')).toBe('mill.\nNobody');
  });

  it('leaves out white space at the ends', () => {
    expect(spanOfWords(' at the ')).toMatchObject({ start: 7, end: 13, words: 'at the' });
    expect(spanOfWords(' mill.\n')).toMatchObject({ words: 'mill.' });
  });

  it('finds nothing in white space alone', () => {
    expect(spanOfWords(' ')).toBeNull();
    expect(spanOfWords('\n')).toBeNull();
  });

  it('takes a selection made backwards as well', () => {
    const from = TEXT.indexOf('was hurt');
    selectText(placeIn(column, from + 8), placeIn(column, from));
    expect(document.getSelection()?.toString()).toBe('was hurt');
    expect(selectedSpan(column, READING)?.words).toBe('was hurt');
  });

  it('finds nothing without a selection, at a caret, outside, or reaching outside', () => {
    expect(selectedSpan(column, READING)).toBeNull();
    selectText(placeIn(column, 3), placeIn(column, 3));
    expect(selectedSpan(column, READING)).toBeNull();
    selectText(placeIn(outside, 0), placeIn(outside, 4));
    expect(selectedSpan(column, READING)).toBeNull();
    selectText(placeIn(outside, 0), placeIn(column, 4));
    expect(selectedSpan(column, READING)).toBeNull();
  });

  it('takes a whole line selected by its element', () => {
    const line = column.querySelector('p');
    if (!line) throw new Error('there is no line');
    selectText([line, 0], [line, line.childNodes.length]);
    expect(selectedSpan(column, READING)).toMatchObject({ start: 0, words: 'Fire 🔥 at the mill.' });
  });
});
