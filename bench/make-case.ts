import { children, type Case } from '../shared/case/case.ts';
import { createCase } from '../shared/commands/create-case.ts';
import { decide, type CommandValue } from '../shared/commands/index.ts';
import { apply } from '../shared/events/apply.ts';
import type { Context } from '../shared/events/event.ts';
import { seal } from '../shared/events/seal.ts';

/**
 * Realistic cases of any size: allegations in several scripts with claimants, evidence, responses, findings and the
 * history of all of it, about 1.5 KB an allegation before history. The same size gives the same case.
 */

const SENTENCES = [
  'At least {n} citizens of the neighbouring country have joined the fighting, according to the president.',
  'Щонайменше {n} громадян сусідньої країни беруть участь у боях, заявив президент на брифінгу.',
  '据总统称，至少有{n}名邻国公民参加了战斗，他们在首都接受训练并领取报酬。',
  'قال الرئيس إن ما لا يقل عن {n} من مواطني الدولة المجاورة يشاركون في القتال.',
  'The ministry paid {n} million for the northern bridge without an open tender.',
  'Seven of the {n} dams of the valley failed their last inspection.',
] as const;
const CLAIMANTS = [
  'The president',
  'The ministry',
  'A union',
  'Міністерство',
  '外交部',
  'وزارة الخارجية',
  'The opposition',
];
const SOURCES = [
  'Court file',
  'Wire report',
  'Budget book',
  'Reporter on the spot',
  'Satellite record',
  'Press release',
];
const TAGS = ['money', 'people', 'weapons', 'numbers', 'quote'];
const EXCERPT =
  'The document lists each payment with its date, the office that asked for it and the account it went to; the sums agree with the table on the following page. ';

/** Number `index` of a repeatable list of choices; spreads neighbours apart so that no two alike stand together. */
const pick = <T>(list: readonly T[], index: number): T => list[(index * 7 + (index >> 3)) % list.length] as T;

export function makeCase(allegations: number, onProgress: (done: number) => void = () => {}): Case {
  let count = 0;
  const start = Date.UTC(2026, 0, 1);
  const context: Context = {
    get at() {
      return new Date(start + count * 1000).toISOString();
    },
    by: 'M. K.',
    newId: () => `019b0000-0000-7000-8000-${(++count).toString(16).padStart(12, '0')}`,
  };
  const kase = createCase({ title: 'A large case', refPrefix: 'LRG' }, context);
  const run = (command: CommandValue): void => {
    const decision = decide(kase, command, context);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.error.code}`);
    apply(kase, seal(decision.value, kase.heads, context));
  };
  for (let index = 0; index < allegations; index++) {
    makeAllegation(kase, run, index);
    if (index % 1000 === 999) onProgress(index + 1);
  }
  return kase;
}

function makeAllegation(kase: Case, run: (command: CommandValue) => void, index: number): void {
  run({
    type: 'record-allegation',
    statement: `${pick(SENTENCES, index).replace('{n}', String((index * 37) % 9973))} (${index + 1})`,
    claimant: `${pick(CLAIMANTS, index)} ${index % 40}`,
    saidOn: `2026-0${(index % 9) + 1}`,
    tags: [pick(TAGS, index), pick(TAGS, index + 1)],
    serious: index % 5 === 0,
    priority: index % 11 === 0 ? 'high' : 'normal',
    notes: index % 3 === 0 ? EXCERPT : '',
    passage: null,
  });
  const allegationId = kase.allegationIdByRef.get(`LRG-${String(kase.lastRefNumber).padStart(3, '0')}`) ?? '';
  const supports = index % 4 !== 0;
  run({
    type: 'add-evidence',
    allegationId,
    source: { name: `${pick(SOURCES, index)} ${index % 500}`, kind: 'record', party: null },
    stance: supports ? 'supports' : 'contradicts',
    excerpt: EXCERPT.repeat(2 + (index % 3)),
    locator: `p. ${(index % 300) + 1}`,
    level: 'primary',
    origin: { type: 'first-hand' },
    publishedOn: '2026-05',
    accessedOn: '2026-06-01',
    address: `https://records.example/${index}`,
  });
  if (index % 6 === 0) {
    run({
      type: 'add-response',
      allegationId,
      party: `${pick(CLAIMANTS, index + 3)} ${index % 40}`,
      kind: 'denied',
      extent: index % 12 === 0 ? 'all' : 'part',
      words: 'We reject this statement and will answer in detail when we have read the report.',
      on: '2026-06-02',
      channel: 'letter',
      address: null,
    });
  }
  if (index % 2 === 0) return;
  const basis = { basis: supports ? null : ('evidence' as const) };
  run({
    type: 'move-allegation',
    id: allegationId,
    to: supports ? 'corroborated' : 'denied',
    reason: EXCERPT,
    ...basis,
  });
  if (children(kase, ['evidence', 'allegationId'], allegationId).length !== 1)
    throw new Error('evidence went astray');
}
