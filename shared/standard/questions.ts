import type { Case } from '../case/case.ts';
import type { Allegation } from '../case/records.ts';
import { alikeExcerpts } from './alike-excerpts.ts';
import type { Assessments } from './gate.ts';
import { evidenceInput } from './gate.ts';
import { trailsOf } from './origins.ts';

/**
 * What a careful colleague would ask about the evidence of an allegation: hints for a person, which decide nothing.
 * Items are named by their numbers.
 */
export type Question =
  /** They cite one another, and nobody in the circle has it first-hand. */
  | { code: 'circle'; numbers: number[] }
  /** Called confirmed by other sources (Admiralty code 1), while all that counts comes from one origin. */
  | { code: 'confirmed-by-none'; numbers: number[] }
  /** Nearly the same words from two sources that are not said to have them from one another. */
  | { code: 'alike'; numbers: [number, number] }
  /** Said to come from a source first-hand which is itself here as having it from elsewhere, or not saying. */
  | { code: 'relayed'; numbers: [number, number] };

/** The questions about one allegation, in the order of the numbers they are about. */
export function questionsOf(kase: Case, allegation: Allegation, assessments: Assessments): Question[] {
  const input = evidenceInput(kase, allegation);
  const evidence = input.evidence.toSorted((a, b) => a.number - b.number);
  const numberOf = new Map(evidence.map(({ id, number }) => [id, number]));
  const trails = trailsOf(input);
  const questions: Question[] = [];

  const circles = new Set<string>();
  for (const trail of trails.values()) {
    if ('because' in trail && trail.because === 'circle') circles.add(trail.circle.join(' '));
  }
  for (const circle of circles) {
    const numbers = circle.split(' ').map((id) => numberOf.get(id) ?? 0);
    questions.push({ code: 'circle', numbers: numbers.sort((a, b) => a - b) });
  }

  for (const side of [assessments.supports, assessments.contradicts]) {
    const ids = new Set(side.items.map(({ evidenceId }) => evidenceId));
    const confirmed = evidence.filter(({ id, credibility }) => credibility === '1' && ids.has(id));
    if (confirmed.length > 0 && side.origins < 2)
      questions.push({ code: 'confirmed-by-none', numbers: confirmed.map(({ number }) => number) });
  }

  const traced = evidence.map((item) => ({ evidence: item, trail: trails.get(item.id) }));
  for (const [one, other] of alikeExcerpts(traced)) {
    const [a, b] = [evidence[one], evidence[other]];
    if (a && b) questions.push({ code: 'alike', numbers: [a.number, b.number] });
  }

  const firstHand = new Set(
    evidence.filter(({ origin }) => origin.type === 'first-hand').map(({ sourceId }) => sourceId),
  );
  for (const { origin, number } of evidence) {
    if (origin.type !== 'derived-source' || firstHand.has(origin.sourceId)) continue;
    const relay = evidence.find(({ sourceId }) => sourceId === origin.sourceId);
    if (relay) questions.push({ code: 'relayed', numbers: [number, relay.number] });
  }
  return questions;
}
