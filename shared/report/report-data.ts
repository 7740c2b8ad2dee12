import { byRef, caseInfo, children, present, type Case } from '../case/case.ts';
import type { Allegation, CaseInfo } from '../case/records.ts';
import type { Cover, Logo } from '../case/report-record.ts';
import type { Standard } from '../case/standard.ts';
import { STATES, type Edition, type State, type Why } from '../case/words.ts';
import type { Missing } from '../standard/assess.ts';
import type { ReportAbout, Telling } from './report-about.ts';
import { reportAllegation, type ReportAllegation } from './report-allegation.ts';
import { correctionsOf, type ReportCorrection } from './report-corrections.ts';
import { examined, type Examined } from './report-evidence.ts';
import { partiesOf, perWord, type ReportParty } from './report-parties.ts';
import { queriesOf, type ReportQuery } from './report-queries.ts';
import { publishingTold, type ReportPublishing } from './report-rating.ts';
import { atOneGo } from '../steps.ts';
import { tellingOf } from './report-telling.ts';
import { reportSince, type ReportSince } from './report-since.ts';
import { exhibitsOf, sourcesOf, type ReportExhibit, type ReportSource } from './report-sources.ts';

/**
 * A verification report as data: what every form of it is written from, so that no two forms can disagree. Plain JSON
 * without sentences: words are the codes of case/words.ts and standard/assess.ts, moments are in UTC, other times
 * as precise as they are known (text/when.ts). What is in the trash is not in it, and of confidential sources no more
 * than may be told (report-confidential.ts). The checked edition leaves out the work on the allegations (`work` and
 * `attempts` are null) and the evidence that no finding rests on.
 */
export interface Report {
  edition: Edition;
  /** When it was made. */
  madeAt: string;
  /** A name as somebody typed it; empty when nobody did. */
  preparedBy: string;
  appVersion: string;
  case: { id: string; title: string; createdAt: string };
  cover: ReportCover;
  scope: ReportScope;
  counts: Record<State, number>;
  standard: ReportStandard;
  publishing: ReportPublishing;
  documents: ReportDocument[];
  /** In the order of their references. */
  allegations: ReportAllegation[];
  /** Findings made against the standard. */
  overrides: { ref: string; state: State; override: string; by: string; at: string }[];
  /** Serious allegations that were not put to those they touch, as the standard asks; `parties` are those left. */
  unasked: { ref: string; parties: string[] }[];
  /** What could not be verified, with the honest sub-reason. */
  unverified: { ref: string; why: Why | null; reason: string; needs: Missing[] }[];
  queries: ReportQuery[];
  parties: ReportParty[];
  sources: ReportSource[];
  since: ReportSince;
  corrections: ReportCorrection[];
  /** What the listed evidence was captured in; those of confidential sources are counted and not listed. */
  exhibits: { listed: ReportExhibit[]; withheld: number };
  history: {
    events: number;
    /** Hashes of the events that no other follows: one, unless two copies of the case were merged. */
    heads: string[];
  };
  /** SHA-256 of the case file when the report was made; null when it is not known. */
  fileSha256: string | null;
}

/** What people said on the cover and about the method; a text that nobody wrote is empty. */
export type ReportCover = Pick<
  Cover,
  'title' | 'version' | 'preparedFor' | 'reviewedBy' | 'method' | 'interests' | 'suggestions'
> & { logo: Pick<Logo, 'mediaType' | 'base64' | 'alt'> | null };

export interface ReportScope {
  /** How many allegations the case has. */
  total: number;
  /** The references that were chosen; null for all. */
  refs: string[] | null;
  words: string;
}

export type ReportDocument =
  | {
      withheld: false;
      title: string;
      fileName: string | null;
      /** Of the stored text in UTF-8. */
      sha256: string;
      addedAt: string;
    }
  /** Of a file that a confidential source gave. */
  | { withheld: true };

export type ReportStandard = Pick<
  Standard,
  | 'primary'
  | 'firstHand'
  | 'secondary'
  | 'authenticated'
  | 'reliability'
  | 'credibility'
  | 'replyIfSerious'
  | 'secondPerson'
>;

/** The report of a case. The same case and the same `about` give the same report. */
export function reportData(kase: Case, about: ReportAbout): Report {
  return atOneGo(reportSteps(kase, about));
}

/**
 * reportData() in small steps, for whoever has other things to do between them: each answers how much is done, from 0 to
 * 1. The case must not change meanwhile.
 */
export function* reportSteps(kase: Case, about: ReportAbout): Generator<number, Report> {
  const { id, title, createdAt, standard } = caseInfo(kase);
  const { edition, at } = about;
  const all = present(kase.records.allegations.values());
  const telling = tellingOf(kase, about);
  const { isIn } = telling;
  const chosen = all.filter(isIn).sort(byRef);
  const parts: Examined[] = [];
  const allegations: ReportAllegation[] = [];
  for (const allegation of chosen) {
    const part = examined(telling, allegation);
    parts.push(part);
    allegations.push(reportAllegation(telling, part));
    yield parts.length / (chosen.length + 1);
  }
  // What is told of all of them at once takes as long as some hundreds of them.
  const queries = queriesOf(telling);
  yield 1;
  const parties = partiesOf(allegations);
  yield 1;
  const sources = sourcesOf(telling, parts);
  yield 1;
  const since = reportSince(kase, isIn);
  yield 1;
  const corrections = correctionsOf(kase, isIn);
  yield 1;
  const exhibits = exhibitsOf(telling, parts);
  yield 1;
  const counts = perWord(STATES, () => 0);
  for (const { finding } of allegations) counts[finding.state]++;
  return {
    edition,
    madeAt: at,
    preparedBy: about.preparedBy.trim(),
    appVersion: about.appVersion,
    case: { id, title, createdAt },
    cover: coverTold(caseInfo(kase)),
    scope: {
      total: all.length,
      refs: telling.isWhole ? null : chosen.map(({ ref }) => ref),
      words: about.scope.words.trim(),
    },
    counts,
    standard: standardTold(standard),
    publishing: publishingTold(caseInfo(kase)),
    documents: documentsOf(telling, chosen),
    allegations,
    overrides: allegations.flatMap(({ ref, finding: { state, override, by, at: decidedAt } }) =>
      override === null ? [] : [{ ref, state, override, by, at: decidedAt }],
    ),
    unasked: allegations.flatMap(({ ref, unasked }) =>
      unasked === null ? [] : [{ ref, parties: [...unasked] }],
    ),
    unverified: allegations
      .filter(({ finding }) => finding.state === 'unverified')
      .map(({ ref, finding: { why, reason }, needs }) => ({ ref, why, reason, needs: needs.corroborated })),
    queries,
    parties,
    sources,
    since,
    corrections,
    exhibits,
    history: { events: kase.history.length, heads: [...kase.heads] },
    fileSha256: about.fileSha256,
  };
}

/** All documents; of a report that is of chosen allegations, those they are anchored in. */
function documentsOf(
  { kase, isWhole, withheldDocuments }: Telling,
  chosen: readonly Allegation[],
): ReportDocument[] {
  const all = present(kase.records.documents.values());
  const anchored = new Set(
    isWhole
      ? []
      : chosen.flatMap(({ id }) =>
          present(children(kase, ['passages', 'allegationId'], id)).map(({ documentId }) => documentId),
        ),
  );
  return all
    .filter(({ id }) => isWhole || anchored.has(id))
    .map(({ id, title, fileName, sha256, addedAt }) =>
      withheldDocuments.has(id) ? { withheld: true } : { withheld: false, title, fileName, sha256, addedAt },
    );
}

function coverTold({ cover, logo }: CaseInfo): ReportCover {
  const { title, version, preparedFor, reviewedBy, method, interests, suggestions } = cover;
  const shown = logo && { mediaType: logo.mediaType, base64: logo.base64, alt: logo.alt };
  return { title, version, preparedFor, reviewedBy, method, interests, suggestions, logo: shown };
}

/** The rules as they are, without fields that a newer version added and this one does not know. */
function standardTold(standard: Standard): ReportStandard {
  const { primary, firstHand, secondary, authenticated } = standard;
  const { reliability, credibility, replyIfSerious, secondPerson } = standard;
  return {
    primary,
    firstHand,
    secondary,
    authenticated,
    reliability,
    credibility,
    replyIfSerious,
    secondPerson,
  };
}
