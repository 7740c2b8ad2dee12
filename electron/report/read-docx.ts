import { strFromU8, unzipSync } from 'fflate';
import { JSDOM, type XmlElement } from 'jsdom';

/** For tests only: reads a report's DOCX back, strictly, so that anything that is not as it was meant to be is found. */

export interface ReadDocx {
  /** The parts by their names, as text. */
  parts: Record<string, string>;
  document: Node;
  footnotes: Node;
  /** Paragraphs of the text, in order. */
  paragraphs: { style: string; text: string; rtl: boolean }[];
}

/** An element of a part: going through those of jsdom many times takes far longer than reading them once. */
export interface Node {
  name: string;
  parent: Node | null;
  children: Node[];
  element: XmlElement;
}

/** The order in which the properties must stand (ISO 29500-1, Annex A), of those a report can have. */
const ORDER: Record<string, string> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr',
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike noProof vanish color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  tcPr: 'cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  tbl: 'tblPr tblGrid tr',
  tr: 'tblPrEx trPr tc',
};

/** The file read back. Throws where it is not as every report must be, whatever is in the case. */
export function checkDocx(bytes: Uint8Array): ReadDocx {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const trees = new Map(
    Object.entries(parts)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, xml]) => [name, parsed(name, xml)]),
  );
  const tree = (name: string): Node => {
    const found = trees.get(name);
    if (!found) throw new Error(`there is no part ${name}`);
    return found;
  };
  const document = tree('word/document.xml');
  const footnotes = tree('word/footnotes.xml');
  const styles = new Set(all(tree('word/styles.xml'), 'style').map((style) => attribute(style, 'styleId')));
  for (const root of [document, footnotes]) {
    for (const use of [...all(root, 'pStyle'), ...all(root, 'rStyle')])
      must(styles.has(attribute(use, 'val')), `a style that is not there: ${attribute(use, 'val')}`);
    must(all(root, 'instrText').length === 0, 'a field in the text');
  }
  checkLinks(document, tree('word/_rels/document.xml.rels'), all(document, 'bookmarkStart'));
  checkLinks(footnotes, tree('word/_rels/footnotes.xml.rels'), all(document, 'bookmarkStart'));
  checkBookmarks(document);
  checkNotes(document, footnotes);
  for (const table of all(document, 'tbl')) checkTable(table);
  const paragraphs = all(document, 'p').map((paragraph) => ({
    style: styleOf(paragraph),
    text: textOf(paragraph),
    rtl: isOn(paragraph, 'bidi'),
  }));
  checkHeadings(paragraphs.map(({ style }) => style));
  return { parts, document, footnotes, paragraphs };
}

function must(is: boolean, what: string): void {
  if (!is) throw new Error(what);
}

const { DOMParser } = new JSDOM('').window;
/** Most parts are the same in every report. */
const parsedBefore = new Map<string, Node>();

function parsed(name: string, xml: string): Node {
  const known = parsedBefore.get(xml);
  if (known) return known;
  const element = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  must(element.localName !== 'parsererror', `${name} is no XML: ${element.textContent}`);
  const root = nodeOf(element, null);
  checkOrder(name, root);
  parsedBefore.set(xml, root);
  return root;
}

function nodeOf(element: XmlElement, parent: Node | null): Node {
  const node: Node = { name: element.localName, parent, children: [], element };
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    node.children.push(nodeOf(child, node));
  return node;
}

/** All elements of that name inside, in order. */
export function all(inside: Node, name: string): Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    for (const child of node.children) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(inside);
  return found;
}

/** An attribute in the namespace of the text. */
export function attribute({ element }: Node, name: string): string {
  return element.getAttribute(`w:${name}`) ?? '';
}

/** Whether a property that is on or off is on. */
export function isOn(inside: Node, name: string): boolean {
  return all(inside, name).some((each) => !/^(false|0|off)$/.test(attribute(each, 'val')));
}

/** What a reader sees of it: a line break is a line feed, a tab a tab. */
export function textOf(node: Node): string {
  const own = { t: node.element.textContent, br: '\n', tab: '\t' };
  if (node.parent?.name === 'r' && node.name in own) return own[node.name as keyof typeof own];
  return node.children.map(textOf).join('');
}

function styleOf(paragraph: Node): string {
  const [style] = all(paragraph, 'pStyle');
  return style ? attribute(style, 'val') : '';
}

function checkOrder(name: string, root: Node): void {
  for (const [parent, order] of Object.entries(ORDER)) {
    const names = order.split(' ');
    for (const element of all(root, parent)) {
      const places = [...element.children].map((child) => names.indexOf(child.name));
      must(!places.includes(-1), `${name}: something else in ${parent}: ${element.element.innerHTML}`);
      must(
        places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0)),
        `${name}: ${parent} out of order: ${element.element.innerHTML}`,
      );
    }
  }
}

function checkLinks(root: Node, relationships: Node, bookmarks: readonly Node[]): void {
  const names = new Set(bookmarks.map((bookmark) => attribute(bookmark, 'name')));
  const outside = [...relationships.children].filter(
    (each) => each.element.getAttribute('TargetMode') !== null,
  );
  const targets = new Map(
    outside.map((each) => [each.element.getAttribute('Id'), each.element.getAttribute('Target') ?? '']),
  );
  for (const each of outside) {
    must(
      each.element.getAttribute('Type')?.endsWith('/hyperlink') ?? false,
      'something outside that is no link',
    );
    must(
      /^(https:\/\/|mailto:)[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+$/i.test(
        each.element.getAttribute('Target') ?? '',
      ),
      `a link that is not safe: ${each.element.getAttribute('Target')}`,
    );
  }
  for (const link of all(root, 'hyperlink')) {
    const anchor = attribute(link, 'anchor');
    const id = link.element.getAttribute('r:id');
    must(anchor === '' ? targets.has(id) : names.has(anchor), `a link that leads nowhere: ${anchor || id}`);
  }
}

function checkBookmarks(document: Node): void {
  const names = all(document, 'bookmarkStart').map((each) => attribute(each, 'name'));
  for (const name of names) must(/^[A-Za-z]\w{0,39}$/.test(name), `no name of a bookmark: ${name}`);
  must(new Set(names.map((name) => name.toLowerCase())).size === names.length, 'a bookmark twice');
  const ids = (name: string): string =>
    all(document, name)
      .map((each) => attribute(each, 'id'))
      .join();
  must(ids('bookmarkStart') === ids('bookmarkEnd'), 'a bookmark that does not end');
}

function checkNotes(document: Node, footnotes: Node): void {
  const told = all(footnotes, 'footnote')
    .map((note) => Number(attribute(note, 'id')))
    .filter((id) => id > 0);
  const called = all(document, 'footnoteReference').map((note) => Number(attribute(note, 'id')));
  must(told.join() === called.join(), 'footnotes that are not those of the text');
  must(
    called.every((id, index) => id === index + 1),
    'footnotes out of order',
  );
}

function checkTable(table: Node): void {
  const columns = all(table, 'gridCol').length;
  for (const [index, row] of all(table, 'tr').entries()) {
    must(isOn(row, 'cantSplit'), 'a row that may be parted');
    must(isOn(row, 'tblHeader') === (index === 0), 'a head that is none');
    const cells = all(row, 'tc');
    must(cells.length === columns, 'a row of another length');
    for (const cell of cells) must(cell.children.at(-1)?.name === 'p', 'a cell without a paragraph');
  }
  const beside = table.parent?.children ?? [];
  const before = beside[beside.indexOf(table) - 1];
  must(before !== undefined && styleOf(before) === 'StetCaption', 'a table without caption');
}

function checkHeadings(styles: readonly string[]): void {
  const levels = styles.flatMap((style) =>
    style === 'Title' ? [0] : style.startsWith('Heading') ? [Number(style.slice(-1))] : [],
  );
  must(
    levels.every((level, index) =>
      index === 0 ? level === 0 : level > 0 && level <= (levels[index - 1] ?? 0) + 1,
    ),
    `headings out of order: ${levels.join(' ')}`,
  );
}
