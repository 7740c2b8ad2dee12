import { caseInfo, present, refNumber, type Case } from '../case/case.ts';
import type { Standard } from '../case/standard.ts';
import { STATES, type State, type Why } from '../case/words.ts';
import type { Missing } from '../standard/assess.ts';
import type { Edition } from './editions.ts';
import type { ReportAbout, Telling } from './report-about.ts';
import { reportAllegation, type ReportAllegation } from './report-allegation.ts';
import { withheldFiles } from './report-confidential.ts';
import { examined } from './report-evidence.ts';
import { partiesOf, perWord, type ReportParty } from './report-parties.ts';
import { queriesOf, type ReportQuery } from './report-queries.ts';
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
  counts: Record<State, number>;
  standard: ReportStandard;
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

export interface ReportDocument {
  title: string;
  fileName: string | null;
  /** Of the stored text in UTF-8. */
  sha256: string;
  addedAt: string;
}

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
  const { id, title, createdAt, standard } = caseInfo(kase);
  const { edition, at } = about;
  const telling: Telling = { kase, edition, at, withheld: withheldFiles(kase) };
  const parts = present(kase.records.allegations.values())
    .sort((a, b) => refNumber(a.ref) - refNumber(b.ref) || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0))
    .map((allegation) => examined(telling, allegation));
  const allegations = parts.map((part) => reportAllegation(telling, part));
  const counts = perWord(STATES, () => 0);
  for (const { finding } of allegations) counts[finding.state]++;
  return {
    edition,
    madeAt: at,
    preparedBy: about.preparedBy.trim(),
    appVersion: about.appVersion,
    case: { id, title, createdAt },
    counts,
    standard: standardTold(standard),
    documents: present(kase.records.documents.values()).map(({ title: name, fileName, sha256, addedAt }) => ({
      title: name,
      fileName,
      sha256,
      addedAt,
    })),
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
    queries: queriesOf(telling),
    parties: partiesOf(allegations),
    sources: sourcesOf(telling, parts),
    exhibits: exhibitsOf(telling, parts),
    history: { events: kase.history.length, heads: [...kase.heads] },
    fileSha256: about.fileSha256,
  };
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
