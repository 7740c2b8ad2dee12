import type { Case } from '../case/case.ts';
import type { Exhibit } from '../case/evidence.ts';
import { withheldDocuments, withheldFiles } from '../report/report-confidential.ts';
import { addressForms } from './line-forms.ts';
import { nameForms } from './name-forms.ts';
import type { Needle, ProtectedWhat } from './needle.ts';
import { squeeze } from './squeeze.ts';

/** So much of a hash is enough to look it up by. */
const HASH = 16;
/** Fewer letters than this are no title or note by which a file could be known. */
const TELLING = 8;
const NOTE = 12;

/**
 * What a case protects by itself, without its vault:
 *
 * - of exhibits that a confidential source gave, hash, title, name of the file, addresses and each line of the notes, and
 *   the addresses of the evidence that rests on that source. What an exhibit or evidence that may be told has as well
 *   says nothing, and is left out; so is a title of one word, and an address that is only a host.
 * - of documents that were made of such a file, the hash of their text and the name of their file. Their titles are not,
 *   since often they are the first words of the text, which may be quoted.
 * - the names that a source had before it was marked as confidential, when the history still has them.
 */
export function caseNeedles(kase: Case): Needle[] {
  const withheld = withheldFiles(kase);
  const secret: Needle[] = [];
  const open = new Set<string>();
  for (const exhibit of kase.records.exhibits.values()) {
    const needles = ofExhibit(exhibit);
    if (withheld.has(exhibit.sha256)) secret.push(...needles);
    else for (const { text } of needles) open.add(squeeze(text).text);
  }
  const documents = withheldDocuments(kase, withheld);
  for (const { id, sha256, fileName } of kase.records.documents.values()) {
    const exhibitId = documents.get(id);
    if (exhibitId === undefined) continue;
    secret.push(...each('exhibit-hash', exhibitId, hashForms(sha256)));
    secret.push(...each('exhibit-name', exhibitId, fileNameForms(fileName)));
  }
  for (const { sourceId, exhibitId, address } of kase.records.evidence.values()) {
    const forms = address === null ? [] : addressForms(address);
    const { confidential } = kase.records.sources.get(sourceId) ?? { confidential: false };
    const of = { what: 'exhibit-address', id: exhibitId ?? sourceId } as const;
    if (confidential) secret.push(...forms.map((text) => ({ ...of, text })));
    else for (const text of forms) open.add(squeeze(text).text);
  }
  return [...secret.filter(({ text }) => !open.has(squeeze(text).text)), ...earlierNames(kase)];
}

const each = (what: ProtectedWhat, id: string, texts: readonly string[]): Needle[] =>
  texts.map((text) => ({ what, id, text }));

const hashForms = (sha256: string): string[] => [sha256, sha256.slice(0, HASH)];

function ofExhibit(exhibit: Exhibit): Needle[] {
  const { id, title, fileName, sha256, address, archivedAddress, notes } = exhibit;
  const lines = notes.split('\n').map((line) => line.trim());
  return [
    ...each('exhibit-hash', id, hashForms(sha256)),
    ...each('exhibit-name', id, [...(isTelling(title) ? [title] : []), ...fileNameForms(fileName)]),
    ...each(
      'exhibit-address',
      id,
      [address, archivedAddress].flatMap((text) => (text ? addressForms(text) : [])),
    ),
    ...each(
      'exhibit-notes',
      id,
      lines.filter((line) => squeeze(line).text.length >= NOTE),
    ),
  ];
}

/** The name of a file, and without its ending if that is more than a word. */
function fileNameForms(fileName: string | null): string[] {
  if (fileName === null || squeeze(fileName).text.length < 4) return [];
  const stem = fileName.replace(/\.[^.]*$/u, '');
  return isTelling(stem) ? [fileName, stem] : [fileName];
}

/** Whether a title is more than a word that stands everywhere, such as "Letter". */
function isTelling(title: string): boolean {
  const { text, gaps } = squeeze(title);
  return text.length >= TELLING && gaps.subarray(1).some((gap) => gap > 0);
}

/** The names of sources that are confidential now, from when they were not. */
function earlierNames({ history, records }: Case): Needle[] {
  const named = new Map<string, { name: string; confidential: boolean }>();
  const needles = new Map<string, Needle>();
  for (const { changes } of history) {
    for (const { kind, id, after } of changes) {
      if (kind !== 'sources' || !after) continue;
      const now = { name: '', confidential: false, ...named.get(id) };
      if (typeof after['name'] === 'string') now.name = after['name'];
      if (typeof after['confidential'] === 'boolean') now.confidential = after['confidential'];
      named.set(id, now);
      const source = records.sources.get(id);
      if (now.confidential || !source?.confidential || now.name === source.name) continue;
      const described = squeeze(source.name).text;
      for (const text of nameForms(now.name, new Set())) {
        // What the agreed description says is said.
        if (!described.includes(squeeze(text).text))
          needles.set(`${id} ${text}`, { what: 'earlier-name', id, text });
      }
    }
  }
  return [...needles.values()];
}
