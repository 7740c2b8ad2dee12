import type { BlockKind } from '../../shared/case/words.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What holds no text of the page: what is run, what is loaded, what is filled in, and the pictures. */
const LEFT_OUT = names(
  'script style template noscript head title meta link base ' +
    'input select textarea button option optgroup datalist meter progress output ' +
    'iframe frame frameset noframes object embed noembed applet audio video source track canvas svg img picture map area ' +
    'annotation annotation-xml',
);

/** What begins and ends lines of its own, as browsers lay pages out without a style of theirs. */
const BLOCKS = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary ' +
    'table tbody td tfoot th thead tr ul xmp',
);

const KEPT_SPACES = names('pre listing plaintext xmp');

/** Roles of a page's parts that a heading, list, note or caption may have instead of an element (WAI-ARIA, DPUB-ARIA). */
const NOTE_ROLES = names('doc-footnote doc-endnote doc-endnotes doc-footnotes');
const LANDMARK_ROLES = names('navigation banner contentinfo complementary search doc-toc');

export const isBlock = (element: Element): boolean => BLOCKS.has(element.localName);

export const keepsSpaces = (element: Element): boolean =>
  KEPT_SPACES.has(element.localName) ||
  /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i.test(styleOf(element));

/** Whether nothing of an element is part of the text: for what it is, or because the page does not show it. */
export function isLeftOut(element: Element): boolean {
  if (LEFT_OUT.has(element.localName)) return true;
  const { localName } = element;
  if (element.hasAttribute('hidden')) return element.getAttribute('hidden')?.toLowerCase() !== 'until-found';
  if (localName === 'dialog' ? !element.hasAttribute('open') : element.hasAttribute('popover')) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(styleOf(element));
}

/** Only what stands at the element: a page's style sheets are never applied. Longer ones are no style. */
const styleOf = (element: Element): string => element.getAttribute('style')?.slice(0, 10_000) ?? '';

/** What an element makes of the text in it; null when that is what it was outside. */
export function kindOf(element: Element): { kind: BlockKind; level: number | null } | null {
  const { localName } = element;
  const role = element.getAttribute('role')?.toLowerCase() ?? '';
  const [, level] = /^h([1-6])$/.exec(localName) ?? [];
  if (level !== undefined) return { kind: 'heading', level: Number(level) };
  if (role === 'heading') return { kind: 'heading', level: ariaLevel(element) };
  if (NOTE_ROLES.has(role)) return { kind: 'note', level: null };
  if (localName === 'blockquote') return { kind: 'quote', level: null };
  if (localName === 'figcaption' || localName === 'caption') return { kind: 'caption', level: null };
  return null;
}

function ariaLevel(element: Element): number {
  const level = Number(element.getAttribute('aria-level'));
  return Number.isInteger(level) && level >= 1 && level <= 9 ? level : 2;
}

/**
 * Whether an element belongs to the page and not to its text, by what it says of itself: navigation, asides, and the
 * header and footer of the page. Those of an article are the article's.
 */
export function isLandmark(element: Element): boolean {
  const { localName } = element;
  const role = element.getAttribute('role')?.toLowerCase() ?? '';
  if (LANDMARK_ROLES.has(role)) return true;
  if (localName === 'nav' || localName === 'aside' || localName === 'search') return !NOTE_ROLES.has(role);
  if (localName !== 'header' && localName !== 'footer') return false;
  return element.parentElement?.closest('article, main, [role=article], [role=main]') === null;
}

/**
 * Whether a table holds data, so that its rows belong together, or only lays out the page: then there is a table or a
 * heading in it, or one column, or cells of the length of an article.
 */
export function isDataTable(table: Element): boolean {
  const role = table.getAttribute('role')?.toLowerCase();
  if (role === 'presentation' || role === 'none') return false;
  if (table.querySelector('table, h1, h2, h3, h4, h5, h6, article, section, main, nav')) return false;
  let columns = 0;
  for (const row of table.querySelectorAll('tr')) columns = Math.max(columns, cellsOf(row).length);
  if (columns < 2) return false;
  return Array.from(table.querySelectorAll('td, th')).every(
    (cell) => (cell.textContent ?? '').length <= 2000,
  );
}

export function cellsOf(row: Element): Element[] {
  return Array.from(row.children).filter(({ localName }) => localName === 'td' || localName === 'th');
}
