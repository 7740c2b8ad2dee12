import { WHOLE } from './report-about.ts';
import type { Case } from '../case/case.ts';
import { translator, type Translate } from '../messages/translate.ts';
import type { Edition } from '../case/words.ts';
import { readPage, type Element } from './read-page.ts';
import { reportData, type Report } from './report-data.ts';
import { reportHtml } from './report-html.ts';

/** For tests only: reports of cases, and what holds for every page of one. */

const english = translator('en');
/** Every message must be there. */
export const t: Translate = (key, params) => {
  const said = english(key, params);
  if (said === '' || said === key) throw new Error(`there is no message ${key}`);
  return said;
};

/** When the reports of the tests are made. */
export const MADE_AT = '2026-11-24T09:00:00.000Z';

export function reportOf(kase: Case, edition: Edition = 'checking', preparedBy = 'M. K.'): Report {
  return reportData(kase, {
    edition,
    at: MADE_AT,
    preparedBy,
    fileSha256: null,
    scope: WHOLE,
    appVersion: '0.1.0',
  });
}

export function pageOf(kase: Case, edition: Edition = 'checking', preparedBy = 'M. K.'): string {
  return reportHtml(reportOf(kase, edition, preparedBy), 'en', t);
}

export const named = (elements: readonly Element[], name: string): Element[] =>
  elements.filter((element) => element.name === name);
export const classed = (elements: readonly Element[], name: string): Element[] =>
  elements.filter(({ attributes }) => attributes['class']?.split(' ').includes(name));

/** The element of that id. */
export function withId(elements: readonly Element[], id: string): Element {
  const found = elements.find(({ attributes }) => attributes['id'] === id);
  if (!found) throw new Error(`nothing has the id ${id}`);
  return found;
}

/** The texts of the cells of a table's body, row by row; a class finds the table. */
export function cellsOf(elements: readonly Element[], className: string): string[][] {
  const table = classed(named(elements, 'table'), className)[0];
  if (!table) throw new Error(`there is no table ${className}`);
  const body = elements.find(({ name, parent }) => name === 'tbody' && parent === table);
  return elements
    .filter(({ name, parent }) => name === 'tr' && parent === body)
    .map((row) =>
      elements
        .filter(({ name, parent }) => (name === 'td' || name === 'th') && parent === row)
        .map(({ text }) => text.replace(/\s+/g, ' ').trim()),
    );
}

const FORBIDDEN = ['script', 'iframe', 'link', 'object', 'form', 'svg', 'base'];
/** What would end a paragraph or a line it is put into, so that what follows stood elsewhere than it was put. */
const BLOCKS = ['p', 'ul', 'dl', 'table', 'div'];

/**
 * The elements of a page. Throws where it is not as every report must be, whatever is in the case. `told` is the
 * language that a document says of itself; no other may be said of what people wrote.
 */
export function checkPage(page: string, told: string | null = null): Element[] {
  const elements = readPage(page);
  const every = <V>(
    values: readonly V[],
    what: string,
    isRight: (value: V, index: number) => boolean,
  ): void => {
    const wrong = values.find((value, index) => !isRight(value, index));
    if (wrong !== undefined) throw new Error(`${what}: ${JSON.stringify(wrong)}`);
  };
  const names = elements.map(({ name }) => name);
  every(names, 'an element that a report never has', (name) => !FORBIDDEN.includes(name));
  const attributes = elements.flatMap((element) => Object.keys(element.attributes));
  every(attributes, 'an attribute that a report never has', (name) => !/^on|^srcset|^style$/.test(name));

  const valuesOf = (name: string): string[] => elements.flatMap((element) => element.attributes[name] ?? []);
  every(valuesOf('src'), 'a picture that is not in the file', (source) =>
    /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/.test(source),
  );
  const ids = valuesOf('id');
  every(ids, 'an id that is there twice', (id, index) => ids.indexOf(id) === index);
  const links = valuesOf('href');
  every(links, 'a link that is not safe', (link) => /^(#|https:\/\/|mailto:)/i.test(link));
  const inside = links.filter((link) => link.startsWith('#'));
  every(inside, 'a link that leads nowhere', (link) => ids.includes(link.slice(1)));

  const levels = names.flatMap((name) => (/^h[1-6]$/.test(name) ? [Number(name.slice(1))] : []));
  every(levels, 'a heading out of order', (level, index) =>
    index === 0 ? level === 1 : level > 1 && level <= (levels[index - 1] ?? 0) + 1,
  );
  const captioned = new Set(named(elements, 'caption').map(({ parent }) => parent));
  every(
    named(elements, 'table').map((table) => captioned.has(table)),
    'a table without caption',
    Boolean,
  );
  const scopes = named(elements, 'th').map((head) => head.attributes['scope'] ?? '');
  every(scopes, 'a header cell for nothing', (scope) => /^(row|col)$/.test(scope));
  const outer = elements
    .filter(({ name }) => BLOCKS.includes(name))
    .flatMap(({ parent }) => parent?.name ?? []);
  every(outer, 'a block in a line', (name) => !['p', 'span', 'bdi', 'a'].includes(name));
  const tongues = elements.filter(({ name, attributes }) => name !== 'html' && 'lang' in attributes);
  every(
    tongues.map(({ attributes }) => attributes['lang'] ?? ''),
    'a language that was guessed for what people wrote',
    (language) => language === told,
  );
  return elements;
}
