import type { Case } from '../case/case.ts';
import { versionsOf } from '../case/versions.ts';
import type { Evidence, Source } from '../case/evidence.ts';
import type { Reliability, SourceKind } from '../case/words.ts';
import { partyName } from '../queries/rows.ts';
import type { Telling } from './report-about.ts';

/**
 * What a report keeps back so that a confidential source is not given away. Such a source is called by the description
 * that was agreed with it, and nothing else is told of it: neither what kind it is, whose it is or what it stands to
 * gain, nor where it was found, nor how what it gave was authenticated. Its grade is told, which is the newsroom's own
 * judgement and decides what counts. A file that it gave is one of the exhibits, without anything it could be known by;
 * a document that was made of such a file is one of the documents in the same way, and of its text only those words are
 * told that somebody chose to quote, without what stands around them or where.
 * What people wrote in excerpts, locators and reasons stays as they wrote it; the scan before an export is for that.
 */

export interface ReportSourceName {
  /** Of a confidential source the description that was agreed with it. */
  name: string;
  confidential: boolean;
  /** Null for a confidential source. */
  kind: SourceKind | null;
  /** The party it belongs to or speaks for; null for a confidential source. */
  party: string | null;
  reliability: Reliability;
}

/** A source as a report may call it, or null when the case has none of that id. */
export function sourceTold(kase: Case, id: string): ReportSourceName | null {
  const source = kase.records.sources.get(id);
  if (!source) return null;
  const { name, confidential, kind, partyId, reliability } = source;
  return {
    name,
    confidential,
    kind: confidential ? null : kind,
    party: confidential ? null : partyName(kase, partyId),
    reliability,
  };
}

export type ReportExhibitName =
  { withheld: false; number: number; title: string; sha256: string } | { withheld: true };

/** An exhibit as it is named beside evidence; null for none. */
export function exhibitTold({ kase, withheld }: Telling, id: string | null): ReportExhibitName | null {
  const exhibit = id === null ? undefined : kase.records.exhibits.get(id);
  if (!exhibit) return null;
  const { number, title, sha256 } = exhibit;
  return withheld.has(sha256) ? { withheld: true } : { withheld: false, number, title, sha256 };
}

/**
 * The hashes of the files that a confidential source gave. By hash, since a case may hold the same file twice; and
 * also from evidence that is in the trash, since what once came from somebody did so for good.
 */
export function withheldFiles({ records }: Case): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const { sourceId, exhibitId } of records.evidence.values()) {
    const exhibit = exhibitId === null ? undefined : records.exhibits.get(exhibitId);
    if (exhibit && records.sources.get(sourceId)?.confidential) hashes.add(exhibit.sha256);
  }
  return hashes;
}

/**
 * The documents whose text came from such a file, each by its id with the exhibit that is; also where the same text came
 * in another way, and the other versions of such a document, which have its name.
 */
export function withheldDocuments(
  kase: Case,
  withheld: ReadonlySet<string> = withheldFiles(kase),
): ReadonlyMap<string, string> {
  const { documents, exhibits } = kase.records;
  const texts = new Map<string, string>();
  for (const { exhibitId, sha256 } of documents.values()) {
    const exhibit = exhibitId === null ? undefined : exhibits.get(exhibitId);
    if (exhibit && withheld.has(exhibit.sha256)) texts.set(sha256, exhibit.id);
  }
  const found = new Map<string, string>();
  for (const { id, sha256 } of documents.values()) {
    const exhibitId = texts.get(sha256);
    if (exhibitId !== undefined) for (const version of versionsOf(kase, id)) found.set(version.id, exhibitId);
  }
  return found;
}

/**
 * Whether to say that an item comes from a touched party would say whose a confidential source is. It follows the way
 * back of the item to the first source that belongs to such a party (standard/origins.ts).
 */
export function givesAway({ records }: Case, item: Evidence, touchedPartyIds: ReadonlySet<string>): boolean {
  const isTouched = (source: Source | undefined): source is Source =>
    source !== undefined && source.partyId !== null && touchedPartyIds.has(source.partyId);
  const passed = new Set<string>();
  for (let at: Evidence | undefined = item; at && !passed.has(at.id);) {
    passed.add(at.id);
    const { sourceId, origin }: Evidence = at;
    const ids = origin.type === 'derived-source' ? [sourceId, origin.sourceId] : [sourceId];
    const touched = ids.map((id) => records.sources.get(id)).find(isTouched);
    if (touched) return touched.confidential;
    at = origin.type === 'derived' ? records.evidence.get(origin.evidenceId) : undefined;
  }
  return false;
}
