import type { BlockKind } from '../../shared/case/words.ts';
import type { Part } from './assemble.ts';
import { cellsOf, isBlock, isDataTable, isLandmark, isLeftOut, keepsSpaces, kindOf } from './elements.ts';

export interface WalkOptions {
  /** Of which elements the own text is the article's; everything else is boilerplate. Null: it is not known. */
  kept?: ReadonlySet<Element> | null;
  /** Whether menus, the page's header and footer and the like are boilerplate. */
  landmarks?: boolean;
  /** Elements that are footnotes or endnotes. */
  notes?: ReadonlySet<Element>;
}

/** What the text in an element is. */
interface Setting {
  kind: BlockKind | null;
  level: number | null;
  /** The outermost list, and the item that is being read. */
  list: Element | null;
  item: Element | null;
  depth: number;
  spaces: boolean;
}

const OUTSIDE: Setting = { kind: null, level: null, list: null, item: null, depth: 0, spaces: false };

/**
 * The text below an element in parts, as a reader of the page gets it without its style: what is hidden, run, loaded or
 * filled in is left out, white space collapses as CSS has it, and stays in `pre`. It goes from node to node without
 * calling itself, so that no depth of nesting is too much for it.
 */
export function partsOf(root: Element, options: WalkOptions = {}): Part[] {
  const walk = new Walk(options);
  let node: Node | null = root;
  let entered = walk.enter(root, true);
  while (node !== null) {
    if (entered && node.firstChild) {
      node = node.firstChild;
    } else {
      while (node !== null) {
        if (entered) walk.leave(node);
        if (node === root) return walk.parts;
        if (node.nextSibling) break;
        node = node.parentNode;
        entered = true;
      }
      node = node?.nextSibling ?? null;
    }
    entered = node !== null && walk.enter(node, false);
  }
  return walk.parts;
}

class Walk {
  readonly parts: Part[] = [];
  private readonly outer: { of: Node; setting: Setting }[] = [];
  private setting: Setting = OUTSIDE;
  /** The words since the last block began, joined when it ends, and whether any of them are the article's. */
  private words: string[] = [];
  private own = false;
  /** The item that the last part is of; more of the same item goes on with it. */
  private lastItem: Element | null = null;

  constructor(private readonly options: WalkOptions) {}

  /** Whether what is in the node is to be read. */
  enter(node: Node, isRoot: boolean): boolean {
    if (isText(node)) {
      this.write(node.data, node.parentElement);
      return false;
    }
    if (!isElement(node) || (!isRoot && isLeftOut(node))) return false;
    const { localName } = node;
    if (localName === 'br') this.breakLine();
    if (localName === 'q') this.write('“', node);
    if (!isBlock(node) && kindOf(node) === null && !this.options.notes?.has(node)) {
      if (keepsSpaces(node)) this.push(node, { ...this.setting, spaces: true });
      return true;
    }
    this.flush();
    if (localName === 'table' && isDataTable(node)) {
      this.table(node);
      return false;
    }
    this.push(node, this.settingIn(node));
    return true;
  }

  leave(node: Node): void {
    if (!isElement(node)) return;
    if (node.localName === 'q') this.write('”', node);
    const top = this.outer.at(-1);
    if (top?.of !== node) return;
    if (isBlock(node) || top.setting.kind !== this.setting.kind) this.flush();
    this.setting = top.setting;
    this.outer.pop();
  }

  private push(of: Node, setting: Setting): void {
    this.outer.push({ of, setting: this.setting });
    this.setting = setting;
  }

  private settingIn(element: Element): Setting {
    const around = this.setting;
    const spaces = around.spaces || keepsSpaces(element);
    const { localName } = element;
    const stays = around.kind === 'boilerplate' || around.kind === 'note';
    if (this.options.landmarks && isLandmark(element)) return { ...OUTSIDE, spaces, kind: 'boilerplate' };
    if (this.options.notes?.has(element)) return { ...OUTSIDE, spaces, kind: 'note' };
    if (localName === 'ul' || localName === 'ol' || localName === 'menu')
      return { ...around, spaces, list: around.list ?? element, depth: around.depth + 1 };
    if (stays) return { ...around, spaces };
    if (localName === 'li')
      return {
        ...around,
        spaces,
        kind: 'item',
        item: element,
        list: around.list ?? element,
        level: Math.min(9, Math.max(1, around.depth)),
      };
    return { ...around, spaces, ...kindOf(element) };
  }

  private write(text: string, parent: Element | null): void {
    const { spaces } = this.setting;
    let words = spaces ? text.replace(/\r\n?/g, '\n') : text.replace(/[\t\n\f\r ]+/g, ' ');
    const before = this.words.at(-1);
    if (!spaces && words.startsWith(' ') && (before === undefined || /[\t\n ]$/.test(before)))
      words = words.slice(1);
    if (words === '') return;
    this.words.push(words);
    this.own ||= parent !== null && this.options.kept?.has(parent) === true && /\S/.test(words);
  }

  /** A second break in a row begins a paragraph, as it looks. */
  private breakLine(): void {
    const before = this.words.at(-1);
    if (before === undefined) return;
    if (this.setting.spaces) this.words.push('\n');
    else if (before === '\n') this.flush();
    else this.words.splice(-1, 1, before.replace(/ $/, ''), '\n');
  }

  private flush(): void {
    const text = this.words
      .join('')
      .replace(/^(?:[\t ]*\n)+/, '')
      .trimEnd();
    const { own } = this;
    this.words = [];
    this.own = false;
    if (text.trim() === '') return;
    const { kind, level, list, item } = this.setting;
    const boilerplate = kind === 'boilerplate' || (!own && this.isStranger(kind, level));
    const last = this.parts.at(-1);
    if (!boilerplate && kind === 'item' && last?.kind === 'item' && item === this.lastItem) {
      last.text += `\n${text}`;
      return;
    }
    this.lastItem = !boilerplate && kind === 'item' ? item : null;
    this.parts.push({
      text,
      kind: boilerplate ? 'boilerplate' : kind,
      level: boilerplate ? null : level,
      list: boilerplate || kind === 'item' ? list : null,
    });
  }

  /** Whether words none of which are the article's belong to the page. Its main heading is looked for outside, too. */
  private isStranger(kind: BlockKind | null, level: number | null): boolean {
    return Boolean(this.options.kept) && !(kind === 'heading' && level === 1);
  }

  private table(table: Element): void {
    for (const caption of table.querySelectorAll('caption'))
      if (!isLeftOut(caption)) this.parts.push(...partsOf(caption, this.options));
    const rows: string[] = [];
    let own = false;
    for (const row of table.querySelectorAll('tr')) {
      if (isLeftOut(row)) continue;
      const cells = cellsOf(row)
        .filter((cell) => !isLeftOut(cell))
        .map((cell) => partsOf(cell, this.options));
      own ||= cells.flat().some(({ kind }) => kind !== 'boilerplate');
      const line = cells
        .map((parts) => parts.map(({ text }) => text.replace(/[\t\n]+/g, ' ')).join(' '))
        .join('\t')
        .trimEnd();
      if (line !== '') rows.push(line);
    }
    this.lastItem = null;
    const within = this.setting.kind;
    const kind = within === 'boilerplate' || within === 'note' ? within : own ? 'table' : 'boilerplate';
    if (rows.length > 0) this.parts.push({ text: rows.join('\n'), kind, level: null, list: null });
  }
}

// By their numbers: a document of another window has other classes.
const isText = (node: Node): node is Text => node.nodeType === 3 || node.nodeType === 4;
const isElement = (node: Node): node is Element => node.nodeType === 1;
