import { z } from 'zod';
import type { Case } from '../case/case.ts';
import { LIMITS } from '../case/limits.ts';
import type { Response } from '../case/dealings.ts';
import { idSchema } from '../case/ids.ts';
import type { Allegation, Finding } from '../case/records.ts';
import { BASES, STATES, WHYS } from '../case/words.ts';
import type { Change, Context } from '../events/event.ts';
import { fail, ok, type Result } from '../result.ts';
import { assessAllegation, missingFor, type Assessments, type Move } from '../standard/gate.ts';
import { textOf } from '../text/well-formed.ts';
import { when } from '../text/when.ts';
import { responseRecord } from './add-response.ts';
import { command, created, edited, record, refuse, type Refusal } from './command.ts';
import { orNull, partyNamed, responseDetails, responseFields } from './inputs.ts';
import { objectionToResponse } from './response-given.ts';

const note = textOf(LIMITS.note);

const input = z.object({
  id: idSchema,
  to: z.enum(STATES),
  reason: note,
  why: z.enum(WHYS).nullish(),
  basis: z.enum(BASES).nullish(),
  /** The denial it rests on: one of the allegation's responses, or a new one given here. */
  response: z
    .union([
      z.object({ id: idSchema }),
      z.object({
        party: responseFields.party,
        words: responseFields.words,
        on: when,
        denies: responseDetails.denies.optional(),
        extent: responseFields.extent.unwrap(),
      }),
    ])
    .nullish(),
  override: note.nullish(),
});

/**
 * Moves an allegation to a state. Every move needs a reason; `denied` needs its basis; a move the standard does not
 * allow needs a written override, which stays visible.
 */
export const moveAllegation = command({
  type: 'move-allegation',
  input,
  decide(kase, input, context) {
    const allegation = kase.records.allegations.get(input.id);
    if (!allegation || allegation.removed) return refuse({ code: 'not-found', kind: 'allegations' });
    if (input.reason.trim() === '') return refuse({ code: 'reason-needed' });
    if (input.to === 'denied' && !input.basis) return refuse({ code: 'basis-needed' });

    const byParty = input.to === 'denied' && input.basis === 'party';
    const denied = byParty ? denialGiven(kase, allegation, input.response, context) : null;
    if (denied && !denied.ok) return denied;
    const assessments = assessAllegation(kase, allegation);
    const missing = missingFor(assessments, moveOf(input.to, denied?.value ?? null), context.by);
    const override = orNull(input.override);
    if (missing.length > 0 && override === null) return refuse({ code: 'standard-not-met', missing });

    const finding: Finding = {
      state: input.to,
      why: input.to === 'unverified' ? (input.why ?? 'in-progress') : null,
      basis: input.to === 'denied' ? (input.basis ?? null) : null,
      responseId: denied?.value.id ?? null,
      evidenceIds: evidenceFor(assessments, input.to, input.basis ?? null),
      reason: input.reason.trim(),
      override: missing.length > 0 ? override : null,
      by: context.by,
      at: context.at,
    };
    const change = edited('allegations', allegation, { finding });
    return record('allegation-moved', [...(denied?.value.changes ?? []), ...(change ? [change] : [])]);
  },
});

interface Denial {
  id: string;
  extent: Response['extent'];
  changes: Change[];
}

function moveOf(to: Finding['state'], denial: Denial | null): Move {
  if (to !== 'denied') return { to };
  return denial ? { to, basis: 'party', extent: denial.extent } : { to, basis: 'evidence' };
}

function denialGiven(
  kase: Case,
  allegation: Allegation,
  given: z.infer<typeof input>['response'],
  context: Context,
): Result<Denial, Refusal> {
  if (!given) return fail({ code: 'response-needed' });
  if ('id' in given) {
    const response = kase.records.responses.get(given.id);
    const fits =
      response && !response.removed && response.allegationId === allegation.id && response.kind === 'denied';
    return fits
      ? ok({ id: response.id, extent: response.extent, changes: [] })
      : fail({ code: 'response-needed' });
  }
  const party = partyNamed(kase, given.party, context);
  if (party.id === null) return fail({ code: 'response-details-needed', missing: 'party' });
  if (orNull(given.words) === null) return fail({ code: 'response-details-needed', missing: 'words' });
  const id = context.newId();
  const answer = { ...given, kind: 'denied' as const, channel: null, address: null };
  const response = responseRecord(id, allegation.id, party.id, answer, context);
  const objection = objectionToResponse(response, context);
  if (objection) return fail(objection);
  return ok({ id, extent: given.extent, changes: [...party.changes, created('responses', response)] });
}

/**
 * The evidence a finding rests on: what counts of that which supports it when corroborated, or contradicts it when denied
 * by evidence; all of it where nothing counts, as with a move against the standard.
 */
function evidenceFor(
  { supports, contradicts }: Assessments,
  to: Finding['state'],
  basis: Finding['basis'],
): string[] {
  if (to === 'unverified' || (to === 'denied' && basis === 'party')) return [];
  const { items } = to === 'corroborated' ? supports : contradicts;
  const counting = items.filter(({ counts }) => counts);
  return (counting.length > 0 ? counting : items).map(({ evidenceId }) => evidenceId);
}
