import { Readability } from '@mozilla/readability';
import type { Part } from './assemble.ts';
import { isLeftOut } from './elements.ts';
import { partsOf } from './walk-page.ts';

/** Longer and deeper pages, in elements, are not searched for an article, which would take minutes: all is the text. */
const MOST_ELEMENTS = 100_000;
const DEEPEST = 200;

/** A part of so many UTF-16 units is prose; shorter ones are headlines, links and captions. */
const PROSE = 60;

/** An article with less prose than this, or than this share of the page's, is none: something else was taken for it. */
const LEAST_PROSE = 200;
const LEAST_SHARE = 1 / 4;

const MARK = 'stet-element-';

export interface Article {
  parts: Part[];
  title: string | null;
  /** Where the article stands in the page. */
  place: Element;
}

/**
 * The article of a page, as Readability finds it, or null when it finds none, or clearly too little (see above). The
 * parts come from the page itself, not from what Readability makes of it: everything between the article's first and
 * last words is there, and what Readability would drop (which at times is a list or a table of the article) is marked as
 * boilerplate. A main heading before the article goes with it.
 */
export function articleOf(page: Document): Article | null {
  const found = survivorsOf(page);
  const place = found && placeOf(found.kept);
  if (!found || !place) return null;
  const { kept, title } = found;
  const heading = headingBefore(place);
  const parts = [...(heading ? partsOf(heading) : []), ...partsOf(place, { kept })];
  const own = proseIn(parts);
  const whole = proseIn(partsOf(page.body, { landmarks: true }));
  return own >= LEAST_PROSE && own >= whole * LEAST_SHARE ? { parts, title, place } : null;
}

/** Which elements of a page Readability keeps, in the order of the page. It changes what it works on: a copy, marked. */
function survivorsOf(page: Document): { kept: Set<Element>; title: string | null } | null {
  const elements = page.getElementsByTagName('*');
  if (elements.length > MOST_ELEMENTS || isDeeper(page.documentElement, DEEPEST)) return null;
  try {
    const copy = page.cloneNode(true) as Document;
    // An attribute of its own for each: where Readability merges elements, both stay known.
    Array.from(copy.getElementsByTagName('*')).forEach((each, index) =>
      each.setAttribute(`${MARK}${index}`, ''),
    );
    const reading = new Readability<Element>(copy, {
      serializer: (node) => node as Element,
      keepClasses: true,
    });
    const article = reading.parse();
    if (!article?.content) return null;
    const left = [article.content, ...article.content.getElementsByTagName('*')];
    const numbers = left
      .flatMap((each) => each.getAttributeNames().flatMap(numberIn))
      .toSorted((a, b) => a - b);
    const kept = new Set(numbers.flatMap((number) => elements[number] ?? []));
    return { kept, title: article.title ?? null };
  } catch {
    // Whatever it stumbles over, no page of people is like that: all of the page is the text.
    return null;
  }
}

function isDeeper(root: Element, limit: number): boolean {
  let depth = 0;
  let element: Element | null = root;
  while (element) {
    if (element.firstElementChild) {
      element = element.firstElementChild;
      if (++depth > limit) return true;
      continue;
    }
    while (element && element !== root && !element.nextElementSibling) {
      element = element.parentElement;
      depth -= 1;
    }
    if (!element || element === root) return false;
    element = element.nextElementSibling;
  }
  return false;
}

function numberIn(attribute: string): number[] {
  if (!attribute.startsWith(MARK)) return [];
  const number = Number(attribute.slice(MARK.length));
  return Number.isInteger(number) ? [number] : [];
}

/** The smallest element that has all kept words in it: that of the first and the last of them. */
function placeOf(kept: ReadonlySet<Element>): Element | null {
  const withWords = Array.from(kept).filter((element) =>
    Array.from(element.childNodes).some(
      ({ nodeType, nodeValue }) => nodeType === 3 && /\S/.test(nodeValue ?? ''),
    ),
  );
  const last = withWords.at(-1);
  let place: Element | null = withWords[0] ?? null;
  while (place && last && !place.contains(last)) place = place.parentElement;
  return place;
}

/** The one main heading before the article, which pages often put into their header. */
function headingBefore(place: Element): Element | null {
  if (place.matches('h1') || place.querySelector('h1')) return null;
  const [first, second] = Array.from(place.ownerDocument.querySelectorAll('h1')).filter(
    (heading) =>
      /\S/.test(heading.textContent ?? '') &&
      !heading.closest('nav, footer, aside') &&
      !isLeftOut(heading) &&
      Boolean(heading.compareDocumentPosition(place) & 4),
  );
  return second ? null : (first ?? null);
}

function proseIn(parts: readonly Part[]): number {
  return parts
    .filter(({ kind, text }) => kind !== 'boilerplate' && kind !== 'heading' && text.length >= PROSE)
    .reduce((sum, { text }) => sum + text.length, 0);
}
