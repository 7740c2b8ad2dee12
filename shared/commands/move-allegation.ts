import { z } from 'zod';
import { children, present, type Case } from '../case/case.ts';
import { LIMITS } from '../case/limits.ts';
import { idSchema, type Allegation, type Finding, type Response } from '../case/records.ts';
import { BASES, STATES, WHYS } from '../case/words.ts';
import type { Change, Context } from '../events/event.ts';
import { fail, ok, type Result } from '../result.ts';
import { assessAllegation, missingFor, type Move } from '../standard/gate.ts';
import { partialDate } from '../text/partial-date.ts';
import { textOf } from '../text/well-formed.ts';
import { command, created, edited, record, refuse, type Refusal } from './command.ts';
import { orNull, partyNamed, responseFields } from './inputs.ts';

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
        on: partialDate,
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
    const missing = missingFor(assessAllegation(kase, allegation), moveOf(input.to, denied?.value ?? null));
    const override = orNull(input.override);
    if (missing.length > 0 && override === null) return refuse({ code: 'standard-not-met', missing });

    const finding: Finding = {
      state: input.to,
      why: input.to === 'unverified' ? (input.why ?? 'in-progress') : null,
      basis: input.to === 'denied' ? (input.basis ?? null) : null,
      responseId: denied?.value.id ?? null,
      evidenceIds: evidenceFor(kase, allegation, input.to, input.basis ?? null),
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
  if (orNull(given.party) === null) return fail({ code: 'response-details-needed', missing: 'party' });
  if (orNull(given.words) === null) return fail({ code: 'response-details-needed', missing: 'words' });
  const party = partyNamed(kase, given.party, context);
  const id = context.newId();
  const response = {
    id,
    allegationId: allegation.id,
    partyId: party.id,
    kind: 'denied',
    extent: given.extent,
    words: given.words.trim(),
    on: given.on,
    channel: null,
    address: null,
    addedAt: context.at,
    removed: false,
  };
  return ok({ id, extent: given.extent, changes: [...party.changes, created('responses', response)] });
}

/** The evidence a finding rests on: what supports it when corroborated, what contradicts when denied by evidence. */
function evidenceFor(
  kase: Case,
  allegation: Allegation,
  to: Finding['state'],
  basis: Finding['basis'],
): string[] {
  const stance =
    to === 'corroborated' ? 'supports' : to === 'denied' && basis === 'evidence' ? 'contradicts' : null;
  return present(children(kase, ['evidence', 'allegationId'], allegation.id))
    .filter((item) => item.stance === stance)
    .map((item) => item.id);
}
