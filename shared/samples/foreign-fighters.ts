import { children, type Case } from '../case/case.ts';
import { createCase } from '../commands/create-case.ts';
import { decide, type CommandValue } from '../commands/index.ts';
import { apply } from '../events/apply.ts';
import type { Context } from '../events/event.ts';
import { seal } from '../events/seal.ts';
import { FOREIGN_FIGHTERS_ALLEGATIONS } from './foreign-fighters-allegations.ts';
import { FOREIGN_FIGHTERS_TEXT, FOREIGN_FIGHTERS_TITLE } from './foreign-fighters-article.ts';
import type { SampleAllegation } from './sample-allegation.ts';
import { paragraphOf, spanOf } from './span-of.ts';

/**
 * The only source of the sample. Where the article has its information from is not known, so nothing in it counts to
 * the standard: the honest beginning of every check.
 */
const SOURCE = { name: 'The article (only source so far)', kind: 'outlet', party: null } as const;

/**
 * The sample case as a checker would have left it after a first pass: the article read through, its allegations
 * recorded, what the article itself offers noted down, and nothing corroborated. It is made by the same commands that
 * people use, so its history is a real one. Deterministic for a deterministic `context`.
 */
export function sampleCase(context: Context): Case {
  const kase = createCase({ title: 'Foreign fighters', refPrefix: 'CHN' }, context);
  const run = (command: CommandValue): void => {
    const decision = decide(kase, command, context);
    if (!decision.ok) throw new Error(`the sample was refused: ${JSON.stringify(decision.error)}`);
    apply(kase, seal(decision.value, kase.heads, context));
  };
  run({
    type: 'add-document',
    title: FOREIGN_FIGHTERS_TITLE,
    text: FOREIGN_FIGHTERS_TEXT,
    format: 'text',
    fileName: null,
  });
  const documentId = newest(kase.records.documents);
  const recorded = FOREIGN_FIGHTERS_ALLEGATIONS.map((allegation) => {
    run(recording(allegation, documentId));
    return { ...allegation, id: newest(kase.records.allegations) };
  });
  for (const allegation of recorded) {
    for (const command of findings(allegation)) run(command);
    const move = moving(kase, allegation);
    if (move) run(move);
  }
  return kase;
}

function recording(allegation: SampleAllegation, documentId: string): CommandValue {
  const { statement, claimant, tags, priority = 'normal', serious = false, notes = '' } = allegation;
  const passage = { documentId, ...spanOf(FOREIGN_FIGHTERS_TEXT, allegation.passage) };
  return { type: 'record-allegation', statement, claimant, tags, priority, serious, notes, passage };
}

/** What the article offers on an allegation: evidence, then responses. */
function findings({ id, evidence = [], responses = [] }: SampleAllegation & { id: string }): CommandValue[] {
  return [
    ...evidence.map(({ stance, excerpt }): CommandValue => ({
      type: 'add-evidence',
      allegationId: id,
      source: SOURCE,
      stance,
      excerpt,
      locator: `paragraph ${paragraphOf(FOREIGN_FIGHTERS_TEXT, excerpt)}`,
      level: 'secondary',
      origin: { type: 'unknown' },
      publishedOn: null,
      accessedOn: null,
      address: null,
    })),
    ...responses.map(({ party, kind, extent = null, denies = null, words }): CommandValue => ({
      type: 'add-response',
      allegationId: id,
      party,
      kind,
      extent,
      denies,
      words,
      on: null,
      channel: channelOf(words),
      address: null,
    })),
  ];
}

/** How an answer reached the checker, and whether the words are the party's own or the article's for it. */
function channelOf(words: string): string {
  const quoted = FOREIGN_FIGHTERS_TEXT.includes(`“${words}`);
  const paragraph = paragraphOf(FOREIGN_FIGHTERS_TEXT, words);
  return `public, ${quoted ? 'quoted' : 'in indirect speech'} in the article, paragraph ${paragraph}`;
}

function moving(kase: Case, { id, move }: SampleAllegation & { id: string }): CommandValue | null {
  if (!move) return null;
  if (move.to === 'unverified') return { type: 'move-allegation', id, ...move };
  const [denial] = children(kase, ['responses', 'allegationId'], id);
  if (!denial) throw new Error('a denial by a party needs a response');
  return { type: 'move-allegation', id, ...move, basis: 'party', response: { id: denial.id } };
}

function newest(records: ReadonlyMap<string, unknown>): string {
  return [...records.keys()].at(-1) ?? '';
}
