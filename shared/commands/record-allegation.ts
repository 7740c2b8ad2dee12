import { z } from 'zod';
import { caseInfo, type Case } from '../case/case.ts';
import type { Finding } from '../case/records.ts';
import type { Change, Context } from '../events/event.ts';
import { anchorAt } from './anchor-given.ts';
import { ok, type Result } from '../result.ts';
import { command, created, record, refuse, type Refusal } from './command.ts';
import { allegationFields, cleanTags, orNull, partiesNamed, partyNamed, spanSchema } from './inputs.ts';

const defaults = z.object(allegationFields).partial().required({ statement: true });

/** Records an allegation, anchored to the passage it was read in if there is one. It starts unverified. */
export const recordAllegation = command({
  type: 'record-allegation',
  input: defaults.extend({ passage: spanSchema.nullable() }),
  decide(kase, input, context) {
    const statement = input.statement.trim();
    if (statement === '') return refuse({ code: 'text-needed', field: 'statement' });
    const claimant = partyNamed(kase, input.claimant, context);
    const touches = partiesNamed(kase, input.touches ?? [], context, claimant);
    const id = context.newId();
    const passage = input.passage && passageChange(kase, id, input.passage, context);
    if (passage && !passage.ok) return refuse(passage.error);
    const allegation = {
      id,
      ref: `${caseInfo(kase).refPrefix}-${String(kase.lastRefNumber + 1).padStart(3, '0')}`,
      statement,
      claimantId: claimant.id,
      saidOn: input.saidOn ?? null,
      saidWhere: orNull(input.saidWhere),
      happenedOn: input.happenedOn ?? null,
      touchedIds: touches.ids,
      quote: null,
      tags: cleanTags(input.tags ?? []),
      priority: input.priority ?? 'normal',
      serious: input.serious ?? false,
      assignee: orNull(input.assignee),
      notes: input.notes ?? '',
      finding: firstFinding(context),
      rating: null,
      createdAt: context.at,
      removed: false,
    };
    return record('allegation-recorded', [
      ...claimant.changes,
      ...touches.changes,
      created('allegations', allegation),
      ...(passage ? [passage.value] : []),
    ]);
  },
});

/** The finding every allegation starts with: unverified, not started. */
function firstFinding(context: Context): Finding {
  return {
    state: 'unverified',
    why: 'not-started',
    basis: null,
    responseId: null,
    evidenceIds: [],
    reason: '',
    override: null,
    by: context.by,
    at: context.at,
  };
}

/** The change that anchors an allegation to a span, or why it cannot be anchored there. */
export function passageChange(
  kase: Case,
  allegationId: string,
  span: z.infer<typeof spanSchema>,
  context: Context,
): Result<Change, Refusal> {
  const anchor = anchorAt(kase, span);
  if (!anchor.ok) return anchor;
  const passage = { id: context.newId(), allegationId, ...anchor.value, doubt: null, removed: false };
  return ok(created('passages', passage));
}
