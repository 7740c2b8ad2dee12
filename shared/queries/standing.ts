import type { Case } from '../case/case.ts';
import type { Allegation } from '../case/records.ts';
import type { Stance } from '../case/words.ts';
import type { Assessment, Missing } from '../standard/assess.ts';
import { assessAllegation, evidenceInput, lacksOf } from '../standard/gate.ts';
import { sourceName } from './source-name.ts';

/** How an allegation stands against the standard of its case, in a few facts that another program can read. */
export interface Standing {
  standard: Record<'supports' | 'contradicts', Pick<Assessment, 'met' | 'origins'>>;
  /** What the standard asks for the present finding as everything is now; of an override it is what it goes against. */
  lacks: Missing['code'][];
  /** The written reason of a finding against the standard; null for any other. */
  override: string | null;
  /** The origins that count, each with the numbers of the items that go back to it. */
  origins: { stance: Stance; source: string; evidence: number[] }[];
}

/** The standing of an allegation. A confidential source is called by the description agreed with it, as everywhere. */
export function standingOf(kase: Case, allegation: Allegation): Standing {
  const assessments = assessAllegation(kase, allegation);
  const numbers = new Map(evidenceInput(kase, allegation).evidence.map(({ id, number }) => [id, number]));
  const originsOf = (stance: 'supports' | 'contradicts'): Standing['origins'] => {
    const found = new Map<string, number[]>();
    for (const item of assessments[stance].items) {
      const number = numbers.get(item.evidenceId);
      if (!item.counts || number === undefined) continue;
      found.set(item.originId, [...(found.get(item.originId) ?? []), number]);
    }
    return [...found].map(([originId, evidence]) => {
      const source = kase.records.sources.get(originId);
      return { stance, source: source ? sourceName(kase, source) : '', evidence };
    });
  };
  const side = ({ met, origins }: Assessment): Pick<Assessment, 'met' | 'origins'> => ({ met, origins });
  return {
    standard: { supports: side(assessments.supports), contradicts: side(assessments.contradicts) },
    lacks: lacksOf(kase, allegation, assessments).map(({ code }) => code),
    override: allegation.finding.override,
    origins: [...originsOf('supports'), ...originsOf('contradicts')],
  };
}
