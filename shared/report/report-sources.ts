import type { Exhibit } from '../case/evidence.ts';
import type { Telling } from './report-about.ts';
import { sourceTold, type ReportSourceName } from './report-confidential.ts';
import { placeOf, type Examined, type ReportPlace } from './report-evidence.ts';

/** A source with every place it is used at, each with what is needed to find it again. */
export interface ReportSource extends ReportSourceName {
  /** What it stands to gain or lose; empty when nothing is known, null for a confidential source. */
  interests: string | null;
  uses: (ReportPlace & ReportUse)[];
  /** The items that are said to derive from what it has first-hand. */
  originOf: ReportUse[];
}

/** An evidence item by its allegation and number. */
export interface ReportUse {
  ref: string;
  number: number;
}

/** An exhibit with what is needed to know it again. Sizes are in bytes; times as precise as they are known. */
export interface ReportExhibit extends Pick<
  Exhibit,
  | 'number'
  | 'title'
  | 'kind'
  | 'sha256'
  | 'bytes'
  | 'mediaType'
  | 'fileName'
  | 'publishedOn'
  | 'capturedOn'
  | 'accessedOn'
  | 'address'
  | 'archivedAddress'
  | 'addedAt'
> {
  uses: ReportUse[];
}

/** Sources of the evidence the report lists, and those it is said to come from, in the order they come up. */
export function sourcesOf(telling: Telling, allegations: readonly Examined[]): ReportSource[] {
  const { kase } = telling;
  const sources = new Map<string, ReportSource>();
  const called = (id: string): ReportSource | undefined => {
    const known = sources.get(id);
    if (known) return known;
    const told = sourceTold(kase, id);
    if (!told) return undefined;
    const interests = told.confidential ? null : (kase.records.sources.get(id)?.interests ?? '');
    const source = { ...told, interests, uses: [], originOf: [] };
    sources.set(id, source);
    return source;
  };
  for (const { allegation, shown } of allegations) {
    for (const item of shown) {
      const use = { ref: allegation.ref, number: item.number };
      called(item.sourceId)?.uses.push({ ...use, ...placeOf(telling, item) });
      const { origin } = item;
      if (origin.type === 'derived-source') called(origin.sourceId)?.originOf.push(use);
    }
  }
  return [...sources.values()];
}

/**
 * The exhibits of the evidence the report lists, by number; those of confidential sources are only counted. A file that
 * no evidence uses is told of nowhere: nobody has said yet whom it came from.
 */
export function exhibitsOf(
  { kase, withheld }: Telling,
  allegations: readonly Examined[],
): { listed: ReportExhibit[]; withheld: number } {
  const used = new Map<string, ReportUse[]>();
  for (const { allegation, shown } of allegations) {
    for (const { exhibitId, number } of shown) {
      if (exhibitId === null) continue;
      const uses = used.get(exhibitId) ?? [];
      uses.push({ ref: allegation.ref, number });
      used.set(exhibitId, uses);
    }
  }
  const exhibits = [...used].flatMap(([id, uses]) => {
    const exhibit = kase.records.exhibits.get(id);
    return exhibit ? [{ exhibit, uses }] : [];
  });
  const listed = exhibits.filter(({ exhibit }) => !withheld.has(exhibit.sha256));
  return {
    listed: listed.map(({ exhibit, uses }) => exhibitOf(exhibit, uses)).sort((a, b) => a.number - b.number),
    withheld: exhibits.length - listed.length,
  };
}

function exhibitOf(exhibit: Exhibit, uses: ReportUse[]): ReportExhibit {
  const { number, title, kind, sha256, bytes, mediaType, fileName, addedAt } = exhibit;
  const { publishedOn, capturedOn, accessedOn, address, archivedAddress } = exhibit;
  return {
    number,
    title,
    kind,
    sha256,
    bytes,
    mediaType,
    fileName,
    publishedOn,
    capturedOn,
    accessedOn,
    address,
    archivedAddress,
    addedAt,
    uses,
  };
}
