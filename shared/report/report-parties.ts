import { STATES, type Extent, type ResponseKind, type State } from '../case/words.ts';
import type { ReportAllegation } from './report-allegation.ts';

/** What a party claims, is touched by and answered, so that a reader sees whether all sides were treated alike. */
export interface ReportParty {
  name: string;
  /** References of the allegations it is the claimant of. */
  claims: Record<State, string[]>;
  /** References of the allegations that touch it. */
  touched: string[];
  /** References of the allegations it answered or was asked about, by the kind of answer and what it denied. */
  responses: { kind: ResponseKind; extent: Extent | null; refs: string[] }[];
}

/** Parties by what the report's own allegations say of them, in the order they come up. */
export function partiesOf(allegations: readonly ReportAllegation[]): ReportParty[] {
  const parties = new Map<string, ReportParty>();
  const named = (name: string): ReportParty => {
    const known = parties.get(name);
    if (known) return known;
    const party: ReportParty = { name, claims: perWord(STATES, () => []), touched: [], responses: [] };
    parties.set(name, party);
    return party;
  };
  for (const { ref, claimant, touches, finding, responses } of allegations) {
    if (claimant !== null) named(claimant).claims[finding.state].push(ref);
    for (const party of touches) named(party).touched.push(ref);
    for (const { party, kind, extent, answered } of responses) {
      // The line that says what it answered is enough.
      if (answered) continue;
      const answers = named(party).responses;
      const same = answers.find((each) => each.kind === kind && each.extent === extent);
      if (!same) answers.push({ kind, extent, refs: [ref] });
      else if (same.refs.at(-1) !== ref) same.refs.push(ref);
    }
  }
  return [...parties.values()];
}

/** A value for every word of a closed set, in the set's order. */
export function perWord<W extends string, V>(words: readonly W[], make: () => V): Record<W, V> {
  return Object.fromEntries(words.map((word) => [word, make()])) as Record<W, V>;
}
