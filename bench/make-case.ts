import type { Case } from '../shared/case/case.ts';
import { createCase } from '../shared/commands/create-case.ts';
import { decide, type CommandValue } from '../shared/commands/index.ts';
import { apply } from '../shared/events/apply.ts';
import type { Context } from '../shared/events/event.ts';
import { seal } from '../shared/events/seal.ts';
import { codePointLength } from '../shared/text/code-points.ts';
import {
  chance,
  isSerious,
  party,
  pick,
  record,
  report,
  statement,
  type Command,
  type Evidence,
} from './entries.ts';
import { ANSWERS, CHECKERS, EXCERPTS, REASONS, TAGS } from './material.ts';

/** So many allegations come in at a time, and the first few of them stand in a document. */
const BATCH = 500;
const IN_DOCUMENT = 20;

/** The source that reports have it from. */
const AGENCY = 'Wire agency';

/**
 * A case of any size in the middle of its triage, made by the commands that people use, so that its history is a real
 * one: allegations come in by hundreds, some read in documents; a third have evidence, an eighth a response, a fifth
 * are decided, and most wait. A few have an exhibit, a query, a review or a relation. The same number makes the same
 * case, to the byte.
 */
export function makeCase(allegations: number, onProgress: (done: number) => void = () => {}): Case {
  const maker = new CaseMaker();
  for (let first = 0; first < allegations; first += BATCH) {
    maker.addBatch(first, Math.min(first + BATCH, allegations));
    onProgress(Math.min(first + BATCH, allegations));
  }
  maker.export();
  return maker.kase;
}

class CaseMaker {
  readonly kase: Case;
  private readonly agencyId: string;
  private ids = 0;
  private steps = 0;

  constructor() {
    this.kase = createCase({ title: 'A large case', refPrefix: 'LRG' }, this.context());
    this.run({ type: 'add-source', name: AGENCY, kind: 'outlet', party: null, reliability: 'B' });
    this.agencyId = this.newest('sources');
  }

  /**
   * Half a minute later than the last, by whoever has the shift or a colleague. Ids count up, in the form of UUIDs of
   * version 7.
   */
  private context(colleague = 0): Context {
    const step = this.steps++;
    return {
      at: new Date(Date.UTC(2026, 5, 3) + step * 30_000).toISOString(),
      by: pick(CHECKERS, Math.floor(step / 1000) + colleague),
      newId: () =>
        `019b${chance(this.ids, 9, 65_536).toString(16).padStart(4, '0')}-0000-7000-8000-${(++this.ids).toString(16).padStart(12, '0')}`,
    };
  }

  private run(command: CommandValue, colleague = 0): void {
    const context = this.context(colleague);
    const decision = decide(this.kase, command, context);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.error.code}`);
    apply(this.kase, seal(decision.value, this.kase.heads, context));
  }

  private newest(kind: 'sources' | 'exhibits' | 'documents' | 'queries' | 'responses'): string {
    return [...this.kase.records[kind].keys()].at(-1) ?? '';
  }

  addBatch(first: number, end: number): void {
    const passages = this.addDocument(first, Math.min(first + IN_DOCUMENT, end));
    for (let index = first; index < end; index++)
      this.recordAllegation(index, passages[index - first] ?? null);
    const ids = [...this.kase.allegationIdByRef.values()].slice(-(end - first));
    for (const [at, id] of ids.entries()) this.check(id, first + at);
    this.ask(ids, passages);
    this.mark(passages[2] ?? null);
    for (const [at, id] of ids.entries()) this.relate(id, ids[at + 1], first + at);
  }

  /** Two queries on what was read, one decided and one open. */
  private ask(ids: readonly string[], passages: readonly Command<'record-allegation'>['passage'][]): void {
    for (const [at, span] of passages.slice(0, 2).entries()) {
      if (!span) continue;
      const query = { kind: 'question', question: 'Says who?', proposed: null, decider: null } as const;
      this.run({ type: 'ask-query', span, allegationId: ids[at] ?? null, ...query });
      if (at > 0) continue;
      const stet = { decision: 'stet', wording: null, reason: 'The next sentence says it.' } as const;
      this.run({ type: 'decide-query', id: this.newest('queries'), ...stet, decidedBy: null });
    }
  }

  /** A reader has nothing to say of one word in each text. */
  private mark(span: Command<'record-allegation'>['passage']): void {
    if (span) this.run({ type: 'mark-text', span: { ...span, end: span.start + 1 }, kind: 'nothing' });
  }

  /** One in fifty claims less than the next. */
  private relate(fromId: string, toId: string | undefined, index: number): void {
    if (toId === undefined || chance(index, 19, 50) > 0) return;
    this.run({ type: 'relate-allegations', fromId, toId, kind: 'narrower', note: '' });
  }

  /** A text in which some statements stand word for word; answers where, in code points. */
  private addDocument(first: number, end: number): Command<'record-allegation'>['passage'][] {
    const statements = Array.from({ length: end - first }, (_, at) => statement(first + at));
    const paragraphs = statements.map((each, at) => `${each} ${pick(EXCERPTS, first + at)}`);
    const title = `Bulletin ${first / BATCH + 1}`;
    this.run({ type: 'add-document', title, text: paragraphs.join('\n\n'), format: 'text', fileName: null });
    const documentId = this.newest('documents');
    let start = 0;
    return paragraphs.map((paragraph, at) => {
      const span = { documentId, start, end: start + codePointLength(statements[at] ?? '') };
      start += codePointLength(paragraph) + 2;
      return span;
    });
  }

  private recordAllegation(index: number, passage: Command<'record-allegation'>['passage']): void {
    this.run({
      type: 'record-allegation',
      statement: statement(index),
      claimant: party(index),
      saidOn: `2026-0${chance(index, 1, 9) + 1}`,
      tags: [pick(TAGS, chance(index, 2, TAGS.length))],
      serious: isSerious(index),
      priority: chance(index, 4, 12) === 0 ? 'high' : 'normal',
      passage,
    });
  }

  /** What has been done about allegation number `index` so far: for most of them, nothing. */
  private check(id: string, index: number): void {
    const lot = chance(index, 5, 100);
    if (lot < 12) {
      this.addEvidence(id, { ...record(index, 'supports'), exhibitId: this.exhibit(index) });
      if (lot < 4) this.addEvidence(id, this.report(index, 'supports'));
      // What is serious is put to somebody first: the standard asks for that.
      if (isSerious(index)) this.addResponse(id, index, 'no-reply');
      this.move(id, index, { to: 'corroborated' });
      if (lot < 2) this.review(id, index);
    } else if (lot < 16) {
      this.addEvidence(id, record(index, 'contradicts'));
      this.addResponse(id, index, 'no-reply');
      this.move(id, index, { to: 'denied', basis: 'evidence' });
    } else if (lot < 20) {
      this.addResponse(id, index, 'denied');
      const response = { id: this.newest('responses') };
      this.move(id, index, { to: 'denied', basis: 'party', response });
    } else if (lot < 37) {
      this.addEvidence(id, this.report(index, chance(index, 6, 3) === 0 ? 'contradicts' : 'supports'));
      if (lot < 24) this.addResponse(id, index, 'declined');
      if (lot < 28) this.move(id, index, { to: 'unverified', why: 'insufficient' });
    }
  }

  /** A scan of one record in eight; none of the others. */
  private exhibit(index: number): string | null {
    if (chance(index, 20, 8) > 0) return null;
    this.run({
      type: 'add-exhibit',
      title: `Scan ${index}`,
      kind: 'document',
      sha256: Array.from({ length: 8 }, (_, at) =>
        chance(index, 30 + at, 0x1_0000_0000)
          .toString(16)
          .padStart(8, '0'),
      ).join(''),
      bytes: 10_000 + chance(index, 21, 5_000_000),
      mediaType: 'application/pdf',
      fileName: `scan-${index}.pdf`,
      publishedOn: null,
      capturedOn: '2026-06-01T07:30Z[Europe/Kyiv]',
      accessedOn: null,
      address: null,
      archivedAddress: null,
      notes: '',
      graphic: false,
    });
    return this.newest('exhibits');
  }

  /** A report of it left the case. */
  export(): void {
    this.run({
      type: 'record-report',
      edition: 'checking',
      language: 'en',
      refs: null,
      madeAt: '2026-06-03T09:00:00.000Z',
      preparedBy: CHECKERS[0] ?? '',
      heads: [...this.kase.heads],
      contentSha256: 'a'.repeat(64),
      files: [{ format: 'pdf', name: 'A large case.pdf', bytes: 1_000_000, sha256: 'b'.repeat(64) }],
    });
  }

  /** A colleague looks at it again, and comes to the same but for one in four. */
  private review(allegationId: string, index: number): void {
    const state = chance(index, 22, 4) === 0 ? 'unverified' : 'corroborated';
    const reason = pick(REASONS, chance(index, 23, REASONS.length));
    this.run({ type: 'review-allegation', allegationId, state, reason, blind: true }, 1);
  }

  /** A report that has it from the agency, or whose origin nobody knows yet and which counts for nothing. */
  private report(index: number, stance: Evidence['stance']): Evidence {
    const origin: Evidence['origin'] =
      chance(index, 24, 3) === 0 ? { type: 'derived-source', sourceId: this.agencyId } : { type: 'unknown' };
    return { ...report(index, stance), origin };
  }

  private addEvidence(allegationId: string, evidence: Evidence): void {
    this.run({ type: 'add-evidence', allegationId, ...evidence });
  }

  private addResponse(allegationId: string, index: number, kind: Command<'add-response'>['kind']): void {
    const extent = kind === 'denied' ? pick(['all', 'part'] as const, index) : null;
    this.run({
      type: 'add-response',
      allegationId,
      party: party(index + 1),
      kind,
      extent,
      denies: extent === 'part' ? 'that it was theirs' : null,
      words: kind === 'no-reply' ? '' : pick(ANSWERS, chance(index, 7, ANSWERS.length)),
      on: '2026-06-02',
      channel: 'e-mail',
      address: null,
    });
  }

  private move(
    id: string,
    index: number,
    move: Pick<Command<'move-allegation'>, 'to' | 'why' | 'basis' | 'response'>,
  ): void {
    this.run({
      type: 'move-allegation',
      id,
      reason: pick(REASONS, chance(index, 8, REASONS.length)),
      ...move,
    });
  }
}
