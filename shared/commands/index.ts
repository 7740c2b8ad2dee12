import { z } from 'zod';
import type { Case } from '../case/case.ts';
import type { Context } from '../events/event.ts';
import { addDocument } from './add-document.ts';
import { addEvidence } from './add-evidence.ts';
import { addExhibit } from './add-exhibit.ts';
import { addVersion } from './add-version.ts';
import { confirmMoved } from './confirm-moved.ts';
import { markText } from './mark-text.ts';
import { settleAnchor } from './settle-anchor.ts';
import { addSource } from './add-source.ts';
import { askQuery } from './ask-query.ts';
import { decideQuery } from './decide-query.ts';
import { editExhibit } from './edit-exhibit.ts';
import { editQuery } from './edit-query.ts';
import { eraseIdentity } from './erase-identity.ts';
import { keepIdentity } from './keep-identity.ts';
import { logAttempt } from './log-attempt.ts';
import { mergeSources } from './merge-sources.ts';
import { relateAllegations } from './relate-allegations.ts';
import { reviewAllegation } from './review-allegation.ts';
import { verifyQuote } from './verify-quote.ts';
import { addPassage } from './add-passage.ts';
import { addResponse } from './add-response.ts';
import { changeCover } from './change-cover.ts';
import { changePublishing } from './change-publishing.ts';
import { changeStandard } from './change-standard.ts';
import type { Decision } from './command.ts';
import { editAllegation } from './edit-allegation.ts';
import { editCase } from './edit-case.ts';
import { editDocument } from './edit-document.ts';
import { editEvidence } from './edit-evidence.ts';
import { editResponse } from './edit-response.ts';
import { editSource } from './edit-source.ts';
import { moveAllegation } from './move-allegation.ts';
import { publishReport } from './publish-report.ts';
import { rateAllegation } from './rate-allegation.ts';
import { recordAllegation } from './record-allegation.ts';
import { recordReport } from './record-report.ts';
import { remove } from './remove.ts';
import { restore } from './restore.ts';
import { redo, undo } from './undo.ts';

/** Everything that can be done to a case: the list. A new action is one file and one line here. */
const COMMANDS = [
  editCase,
  changeStandard,
  changeCover,
  changePublishing,
  recordReport,
  publishReport,
  addDocument,
  addVersion,
  editDocument,
  settleAnchor,
  confirmMoved,
  markText,
  recordAllegation,
  editAllegation,
  moveAllegation,
  rateAllegation,
  addPassage,
  addEvidence,
  editEvidence,
  addSource,
  editSource,
  mergeSources,
  keepIdentity,
  eraseIdentity,
  addExhibit,
  editExhibit,
  addResponse,
  editResponse,
  logAttempt,
  askQuery,
  editQuery,
  decideQuery,
  reviewAllegation,
  relateAllegations,
  verifyQuote,
  remove,
  restore,
  undo,
  redo,
] as const;

type Listed = (typeof COMMANDS)[number];
type Asked<C> = C extends { type: infer T; input: infer S extends z.ZodType }
  ? z.infer<S> extends Record<string, never>
    ? { type: T }
    : { type: T } & z.infer<S>
  : never;

/** A command as a value: `{ type: 'move-allegation', id, to, reason }`. */
export type CommandValue = Asked<Listed>;

const byType = new Map<string, Listed>(COMMANDS.map((each) => [each.type, each]));

/** Accepts any command of the list with well-formed input; what crosses from the window is parsed with this. */
export const commandSchema: z.ZodType<CommandValue> = z
  .looseObject({ type: z.string() })
  .transform((value, context): CommandValue => {
    const listed = byType.get(value.type);
    const parsed = listed?.input.safeParse(value);
    if (parsed?.success) return { type: value.type, ...parsed.data } as CommandValue;
    for (const issue of parsed?.error.issues ?? [
      { message: `no command is called ${value.type}`, path: ['type'] },
    ]) {
      context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] });
    }
    return z.NEVER;
  });

/** Decides a command against a case: the event to come, or the reason why not. Changes nothing. */
export function decide(kase: Case, asked: CommandValue, context: Context): Decision {
  const { type, ...input } = asked;
  const listed = byType.get(type);
  if (!listed) throw new Error(`no command is called ${type}`);
  return listed.decide(kase, input as never, context);
}
