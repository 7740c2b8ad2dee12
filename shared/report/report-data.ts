import { caseInfo, present, refNumber, type Case } from '../case/case.ts';
import type { Standard } from '../case/records.ts';
import {
  STATES,
  type Extent,
  type ResponseKind,
  type SourceKind,
  type State,
  type Why,
} from '../case/words.ts';
import { documentTitles } from '../queries/document-view.ts';
import type { Missing } from '../standard/assess.ts';
import type { Edition } from './editions.ts';
import { reportAllegation, type ReportAllegation } from './report-allegation.ts';

/**
 * A verification report as data: what every form of it is written from, so that no two forms can disagree. Plain JSON
 * without sentences: words are the codes of case/words.ts and standard/assess.ts, moments are in UTC, days as precise
 * as they are known. What is in the trash is not in it. The checked edition leaves out the work on the allegations
 * (`work` is null) and the evidence that no finding rests on.
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
  standard: Pick<Standard, 'primary' | 'firstHand' | 'secondary'>;
  documents: ReportDocument[];
  /** In the order of their references. */
  allegations: ReportAllegation[];
  /** Findings made against the standard. */
  overrides: { ref: string; state: State; override: string; by: string; at: string }[];
  /** Serious allegations without a response or an attempt to get one. */
  unanswered: string[];
  /** What could not be verified, with the honest sub-reason. */
  unverified: { ref: string; why: Why | null; reason: string; needs: Missing[] }[];
  parties: ReportParty[];
  sources: ReportSource[];
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

/** What a party claims and what it answered, so that a reader sees whether all sides were treated alike. */
export interface ReportParty {
  name: string;
  /** References of the allegations it is the claimant of. */
  claims: Record<State, string[]>;
  /** References of the allegations it answered, by the kind of answer and what it denied. */
  responses: { kind: ResponseKind; extent: Extent | null; refs: string[] }[];
}

/** A source with every place it is used at, each with what is needed to find it again. */
export interface ReportSource {
  name: string;
  kind: SourceKind;
  party: string | null;
  uses: {
    ref: string;
    number: number;
    locator: string | null;
    publishedOn: string | null;
    accessedOn: string | null;
    address: string | null;
  }[];
}

/** What a report has to be told: it reads no clock and no disk. */
export interface ReportAbout {
  edition: Edition;
  at: string;
  preparedBy: string;
  fileSha256: string | null;
  appVersion: string;
}

/** The report of a case. The same case and the same `about` give the same report. */
export function reportData(kase: Case, about: ReportAbout): Report {
  const { id, title, createdAt, standard } = caseInfo(kase);
  const allegations = present(kase.records.allegations.values())
    .sort((a, b) => refNumber(a.ref) - refNumber(b.ref) || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0))
    .map((allegation) => reportAllegation(kase, allegation, about.edition));
  const counts = perWord(STATES, () => 0);
  for (const { finding } of allegations) counts[finding.state]++;
  return {
    edition: about.edition,
    madeAt: about.at,
    preparedBy: about.preparedBy.trim(),
    appVersion: about.appVersion,
    case: { id, title, createdAt },
    counts,
    standard: {
      primary: standard.primary,
      firstHand: standard.firstHand,
      secondary: standard.secondary,
    },
    documents: documentTitles(kase).map(({ title: name, fileName, sha256, addedAt }) => ({
      title: name,
      fileName,
      sha256,
      addedAt,
    })),
    allegations,
    overrides: allegations.flatMap(({ ref, finding: { state, override, by, at } }) =>
      override === null ? [] : [{ ref, state, override, by, at }],
    ),
    unanswered: allegations.filter((each) => each.unanswered).map(({ ref }) => ref),
    unverified: allegations
      .filter(({ finding }) => finding.state === 'unverified')
      .map(({ ref, finding: { why, reason }, needs }) => ({ ref, why, reason, needs: needs.corroborated })),
    parties: partiesOf(allegations),
    sources: sourcesOf(allegations),
    history: { events: kase.history.length, heads: [...kase.heads] },
    fileSha256: about.fileSha256,
  };
}

/** Parties by what the report's own allegations say of them, in the order they come up. */
function partiesOf(allegations: readonly ReportAllegation[]): ReportParty[] {
  const parties = new Map<string, ReportParty>();
  const named = (name: string): ReportParty => {
    const known = parties.get(name);
    if (known) return known;
    const party: ReportParty = {
      name,
      claims: perWord(STATES, () => []),
      responses: [],
    };
    parties.set(name, party);
    return party;
  };
  for (const { ref, claimant, finding, responses } of allegations) {
    if (claimant !== null) named(claimant).claims[finding.state].push(ref);
    for (const { party, kind, extent } of responses) {
      const answers = named(party).responses;
      const same = answers.find((each) => each.kind === kind && each.extent === extent);
      if (!same) answers.push({ kind, extent, refs: [ref] });
      else if (same.refs.at(-1) !== ref) same.refs.push(ref);
    }
  }
  return [...parties.values()];
}

/** Sources of the evidence the report lists, in the order they come up. */
function sourcesOf(allegations: readonly ReportAllegation[]): ReportSource[] {
  const sources = new Map<string, ReportSource>();
  for (const { ref, evidence } of allegations) {
    for (const { source, number, locator, publishedOn, accessedOn, address } of evidence) {
      if (!source) continue;
      const key = JSON.stringify(source);
      const known = sources.get(key) ?? { ...source, uses: [] };
      sources.set(key, known);
      known.uses.push({ ref, number, locator, publishedOn, accessedOn, address });
    }
  }
  return [...sources.values()];
}

/** A value for every word of a closed set, in the set's order. */
function perWord<W extends string, V>(words: readonly W[], make: () => V): Record<W, V> {
  return Object.fromEntries(words.map((word) => [word, make()])) as Record<W, V>;
}
