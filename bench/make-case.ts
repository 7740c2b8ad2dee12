import type { Case } from '../shared/case/case.ts';
import { createCase } from '../shared/commands/create-case.ts';
import { decide, type CommandValue } from '../shared/commands/index.ts';
import { apply } from '../shared/events/apply.ts';
import type { Context } from '../shared/events/event.ts';
import { seal } from '../shared/events/seal.ts';
import { codePointLength } from '../shared/text/code-points.ts';
import {
  ANSWERS,
  CHECKERS,
  EXCERPTS,
  OUTLETS,
  PARTIES,
  PLACES,
  REASONS,
  RECORDS,
  STATEMENTS,
  TAGS,
} from './material.ts';

/** So many allegations come in at a time, and the first few of them stand in a document. */
const BATCH = 500;
const IN_DOCUMENT = 20;

type Command<T extends CommandValue['type']> = Extract<CommandValue, { type: T }>;
type Evidence = Omit<Command<'add-evidence'>, 'type' | 'allegationId'>;

/**
 * A case of any size in the middle of its triage, made by the commands that people use, so that its history is a real
 * one: allegations come in by hundreds, some read in documents; a third have evidence, an eighth a response, a fifth
 * are decided, and most wait. The same number makes the same case, to the byte.
 */
export function makeCase(allegations: number, onProgress: (done: number) => void = () => {}): Case {
  const maker = new CaseMaker();
  for (let first = 0; first < allegations; first += BATCH) {
    maker.addBatch(first, Math.min(first + BATCH, allegations));
    onProgress(Math.min(first + BATCH, allegations));
  }
  return maker.kase;
}

class CaseMaker {
  readonly kase: Case;
  private ids = 0;
  private steps = 0;

  constructor() {
    this.kase = createCase({ title: 'A large case', refPrefix: 'LRG' }, this.context());
  }

  /** Half a minute later than the last, by whoever has the shift. Ids count up, in the form of UUIDs of version 7. */
  private context(): Context {
    const step = this.steps++;
    return {
      at: new Date(Date.UTC(2026, 0, 1) + step * 30_000).toISOString(),
      by: pick(CHECKERS, Math.floor(step / 1000)),
      newId: () =>
        `019b${chance(this.ids, 9, 65_536).toString(16).padStart(4, '0')}-0000-7000-8000-${(++this.ids).toString(16).padStart(12, '0')}`,
    };
  }

  private run(command: CommandValue): void {
    const context = this.context();
    const decision = decide(this.kase, command, context);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.error.code}`);
    apply(this.kase, seal(decision.value, this.kase.heads, context));
  }

  addBatch(first: number, end: number): void {
    const passages = this.addDocument(first, Math.min(first + IN_DOCUMENT, end));
    for (let index = first; index < end; index++)
      this.recordAllegation(index, passages[index - first] ?? null);
    const ids = [...this.kase.allegationIdByRef.values()].slice(-(end - first));
    for (const [at, id] of ids.entries()) this.check(id, first + at);
  }

  /** A text in which some statements stand word for word; answers where, in code points. */
  private addDocument(first: number, end: number): Command<'record-allegation'>['passage'][] {
    const statements = Array.from({ length: end - first }, (_, at) => statement(first + at));
    const paragraphs = statements.map((each, at) => `${each} ${pick(EXCERPTS, first + at)}`);
    const title = `Bulletin ${first / BATCH + 1}`;
    this.run({ type: 'add-document', title, text: paragraphs.join('\n\n'), format: 'text', fileName: null });
    const documentId = [...this.kase.records.documents.keys()].at(-1) ?? '';
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
      serious: chance(index, 3, 6) === 0,
      priority: chance(index, 4, 12) === 0 ? 'high' : 'normal',
      passage,
    });
  }

  /** What has been done about allegation number `index` so far: for most of them, nothing. */
  private check(id: string, index: number): void {
    const lot = chance(index, 5, 100);
    if (lot < 12) {
      this.addEvidence(id, record(index, 'supports'));
      if (lot < 4) this.addEvidence(id, report(index, 'supports'));
      this.move(id, index, { to: 'corroborated' });
    } else if (lot < 16) {
      this.addEvidence(id, record(index, 'contradicts'));
      this.addResponse(id, index, 'no-reply');
      this.move(id, index, { to: 'denied', basis: 'evidence' });
    } else if (lot < 20) {
      this.addResponse(id, index, 'denied');
      const response = { id: [...this.kase.records.responses.keys()].at(-1) ?? '' };
      this.move(id, index, { to: 'denied', basis: 'party', response });
    } else if (lot < 37) {
      this.addEvidence(id, report(index, chance(index, 6, 3) === 0 ? 'contradicts' : 'supports'));
      if (lot < 24) this.addResponse(id, index, 'declined');
      if (lot < 28) this.move(id, index, { to: 'unverified', why: 'insufficient' });
    }
  }

  private addEvidence(allegationId: string, evidence: Evidence): void {
    this.run({ type: 'add-evidence', allegationId, ...evidence });
  }

  private addResponse(allegationId: string, index: number, kind: Command<'add-response'>['kind']): void {
    this.run({
      type: 'add-response',
      allegationId,
      party: party(index + 1),
      kind,
      extent: kind === 'denied' ? pick(['all', 'part'] as const, index) : null,
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

function statement(index: number): string {
  return pick(STATEMENTS, chance(index, 10, STATEMENTS.length))
    .replace('{n}', String(index + 2))
    .replace('{p}', pick(PLACES, chance(index, 11, PLACES.length)));
}

function party(index: number): string {
  return `${pick(PARTIES, chance(index, 12, PARTIES.length))} ${chance(index, 13, 40) + 1}`;
}

/** A primary record: enough for the standard by itself. */
function record(index: number, stance: Evidence['stance']): Evidence {
  return {
    source: {
      name: `${pick(RECORDS, chance(index, 14, RECORDS.length))} ${chance(index, 15, 400) + 1}`,
      kind: 'record',
      party: null,
    },
    stance,
    excerpt: pick(EXCERPTS, chance(index, 16, EXCERPTS.length)),
    locator: `p. ${chance(index, 17, 300) + 1}`,
    level: 'primary',
    origin: { type: 'first-hand' },
    publishedOn: '2026-05',
    accessedOn: '2026-06-01',
    address: null,
  };
}

/** A report whose origin nobody knows yet: it counts for nothing. */
function report(index: number, stance: Evidence['stance']): Evidence {
  return {
    ...record(index, stance),
    source: { name: `${pick(OUTLETS, chance(index, 18, OUTLETS.length))}`, kind: 'outlet', party: null },
    level: 'secondary',
    origin: { type: 'unknown' },
    address: `https://news.example/${index}`,
  };
}

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/**
 * A number below `below` that looks thrown and is the same every time: the finaliser of MurmurHash3 (Austin Appleby,
 * public domain) over the index and what it is asked for.
 */
function chance(index: number, about: number, below: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(about, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % below;
}
