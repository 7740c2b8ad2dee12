import { children, present, type Case } from '../case/case.ts';
import type { Exhibit } from '../case/evidence.ts';

/** An exhibit with the evidence it is shown with. */
export interface ExhibitRow extends Exhibit {
  uses: { allegationId: string; ref: string; number: number }[];
}

/** All exhibits of a case, in the order they were taken in. */
export function exhibitRows(kase: Case): ExhibitRow[] {
  return present<Exhibit>(kase.records.exhibits.values()).map((exhibit) => ({
    ...exhibit,
    uses: present(children(kase, ['evidence', 'exhibitId'], exhibit.id)).flatMap(
      ({ allegationId, number }) => {
        const allegation = kase.records.allegations.get(allegationId);
        return allegation && !allegation.removed ? [{ allegationId, ref: allegation.ref, number }] : [];
      },
    ),
  }));
}

/** The exhibit with these very bytes, if the case has one that is not in the trash. */
export function exhibitOf(kase: Case, sha256: string): Exhibit | undefined {
  for (const exhibit of kase.records.exhibits.values()) {
    if (exhibit.sha256 === sha256 && !exhibit.removed) return exhibit;
  }
  return undefined;
}
