import type { Case } from '../case/case.ts';
import {
  BASES,
  CREDIBILITIES,
  DECISIONS,
  EDITIONS,
  EXHIBIT_KINDS,
  EXTENTS,
  LEVELS,
  MARK_KINDS,
  PRIORITIES,
  QUERY_KINDS,
  RELATION_KINDS,
  RELIABILITIES,
  RESPONSE_KINDS,
  SECOND_PERSONS,
  SOURCE_KINDS,
  STANCES,
  STATES,
  WHYS,
} from '../case/words.ts';
import type { CommandValue } from '../commands/index.ts';
import { removableKinds } from '../commands/remove.ts';
import { onPublishing } from './arbitrary-publishing.ts';
import { REDO, UNDO } from './case-with.ts';
import { exhibitWith, LOGO, queryOn, reportRecordOf, reviewOf } from './case-with-everything.ts';
import { diceFor, NO_ID, type Dice } from './dice.ts';

/** For property tests only: any number becomes a command that fits a case as it is at that moment. */

/** The command that a number stands for in a case. It may well be refused. */
export function commandFor(kase: Case, seed: number): CommandValue {
  const dice = diceFor(kase, seed);
  const choices = [
    ...onTheCase(kase, dice),
    ...onAllegations(dice),
    ...onEvidence(dice),
    ...onPeople(dice),
    ...onReports(kase, dice),
    ...onPublishing(kase, dice),
    ...onAnything(kase, dice),
  ];
  for (;;) {
    const command = dice.one(choices)();
    // What acts on nothing is refused at the first look, and tells little: once in a while is enough.
    if (dice.choose(8) === 0 || !JSON.stringify(command).includes(NO_ID)) return command;
  }
}

type Choice = () => CommandValue;

function onTheCase(kase: Case, { choose, one, maybe, some, text, words, idOf, span }: Dice): Choice[] {
  const query = () => ({
    kind: one(QUERY_KINDS),
    question: text(),
    proposed: maybe(text()),
    decider: maybe(text()),
  });
  return [
    () => ({ type: 'edit-case', title: text() }),
    () => ({
      type: 'change-standard',
      ...some({
        primary: choose(3) + 1,
        firstHand: choose(3) + 1,
        secondary: choose(4) + 1,
        authenticated: choose(2) === 0,
        reliability: one(RELIABILITIES),
        credibility: one(CREDIBILITIES),
        replyIfSerious: choose(2) === 0,
        secondPerson: one(SECOND_PERSONS),
      }),
    }),
    () => ({
      type: 'add-document',
      title: maybe(text()),
      text: `${words()}\n${words()}`,
      format: one(['text', 'markdown']),
      fileName: maybe(text()),
    }),
    () => ({
      type: 'add-version',
      previousId: idOf('documents'),
      title: maybe(text()),
      text: one([
        `${words()}\n${words()}`,
        `${text()}\n${kase.records.documents.get(idOf('documents'))?.text}`,
      ]),
      format: 'text',
      fileName: null,
      original: maybe({ id: idOf('exhibits') }),
    }),
    () => ({ type: 'edit-document', id: idOf('documents'), title: text() }),
    () => ({ type: 'mark-text', span: span(), kind: one(MARK_KINDS) }),
    () => ({
      type: 'settle-anchor',
      ...one([
        { kind: 'passages', id: idOf('passages') } as const,
        { kind: 'queries', id: idOf('queries') } as const,
      ]),
      span: maybe(span()),
    }),
    () => ({ type: 'confirm-moved', documentId: idOf('documents') }),
    () => queryOn('', { ...query(), span: span(), allegationId: maybe(idOf('allegations')) }),
    () => ({ type: 'edit-query', id: idOf('queries'), ...some(query()) }),
    () => ({
      type: 'decide-query',
      id: idOf('queries'),
      decision: one(DECISIONS),
      wording: maybe(text()),
      reason: words(),
      decidedBy: maybe(text()),
    }),
  ];
}

function onAllegations({ choose, one, maybe, some, text, words, idOf, party, when, span }: Dice): Choice[] {
  const allegation = () => ({
    claimant: maybe(party()),
    saidOn: when(),
    saidWhere: maybe(text()),
    happenedOn: when(),
    touches: [party(), party()],
    tags: [text(), text()],
    priority: one(PRIORITIES),
    serious: choose(2) === 0,
    assignee: maybe(text()),
    notes: text(),
  });
  const recorded = () => ({ type: 'record-allegation', statement: words() }) as const;
  return [
    () => ({ ...recorded(), ...allegation(), passage: maybe(span()) }),
    () => ({ ...recorded(), passage: null }),
    () => ({ ...recorded(), claimant: party(), passage: null }),
    () => ({ type: 'edit-allegation', id: idOf('allegations'), ...some(allegation()) }),
    () => ({
      type: 'move-allegation',
      id: idOf('allegations'),
      to: one(STATES),
      reason: one([words(), words(), text()]),
      why: maybe(one(WHYS)),
      basis: maybe(one(BASES)),
      response: one([
        undefined,
        { id: idOf('responses') },
        { party: party(), words: words(), on: '2026', extent: one(EXTENTS), denies: maybe(text()) },
      ]),
      override: maybe(text()),
    }),
    () => ({ type: 'add-passage', allegationId: idOf('allegations'), span: span() }),
    () => ({ type: 'verify-quote', id: idOf('allegations'), how: maybe(text()) }),
    () =>
      reviewOf(idOf('allegations'), {
        state: one(STATES),
        why: maybe(one(WHYS)),
        basis: maybe(one(BASES)),
        reason: words(),
        blind: choose(2) === 0,
      }),
    () => ({
      type: 'relate-allegations',
      fromId: idOf('allegations'),
      toId: idOf('allegations'),
      kind: one(RELATION_KINDS),
      note: text(),
    }),
  ];
}

function onEvidence({ choose, one, maybe, some, text, words, idOf, party, when }: Dice): Choice[] {
  const details = () => ({
    interests: text(),
    reliability: one(RELIABILITIES),
    confidential: choose(3) === 0,
  });
  const source = () => ({
    name: one(['Log', 'Paper', 'Wire', words()]),
    kind: one(SOURCE_KINDS),
    party: maybe(party()),
  });
  const evidence = () => ({
    source: one([{ id: idOf('sources') }, { ...source(), ...some(details()) }]),
    stance: one(STANCES),
    excerpt: text(),
    locator: maybe(words()),
    level: one(LEVELS),
    origin: one([
      { type: 'first-hand' } as const,
      { type: 'unknown' } as const,
      { type: 'derived', evidenceId: idOf('evidence') } as const,
      { type: 'derived-source', sourceId: idOf('sources') } as const,
    ]),
    publishedOn: when(),
    accessedOn: when(),
    address: maybe(text()),
    ...some({
      exhibitId: one([null, null, idOf('exhibits')]),
      credibility: one(CREDIBILITIES),
      authentication: maybe(text()),
    }),
  });
  const exhibit = () => ({
    title: text(),
    kind: one(EXHIBIT_KINDS),
    publishedOn: when(),
    capturedOn: when(),
    accessedOn: when(),
    address: maybe(text()),
    archivedAddress: maybe(text()),
    notes: text(),
    graphic: choose(2) === 0,
  });
  const commitment = () => one(['a', 'b', 'c']).repeat(64);
  return [
    () => ({ type: 'add-evidence', allegationId: idOf('allegations'), ...evidence() }),
    () => ({ type: 'add-evidence', allegationId: idOf('allegations'), ...evidence(), level: 'primary' }),
    () => ({
      type: 'add-evidence',
      allegationId: idOf('allegations'),
      ...evidence(),
      source: { id: idOf('sources') },
    }),
    () => ({ type: 'edit-evidence', id: idOf('evidence'), ...some(evidence()) }),
    () => ({ type: 'add-source', ...source(), ...some(details()) }),
    () => ({ type: 'edit-source', id: idOf('sources'), ...some({ ...source(), ...details() }) }),
    () => ({ type: 'merge-sources', id: idOf('sources'), intoId: idOf('sources') }),
    () => ({ type: 'keep-identity', id: idOf('sources'), commitment: commitment() }),
    () => ({ type: 'erase-identity', id: idOf('sources') }),
    () => exhibitWith({ ...exhibit(), fileName: maybe(text()), sha256: commitment() }),
    () => ({ type: 'edit-exhibit', id: idOf('exhibits'), ...some(exhibit()) }),
  ];
}

function onPeople({ one, maybe, some, text, words, idOf, party, when }: Dice): Choice[] {
  const response = () => ({
    party: party(),
    kind: one(RESPONSE_KINDS),
    extent: maybe(one(EXTENTS)),
    words: words(),
    on: when(),
    channel: maybe(text()),
    address: maybe(text()),
    ...some({ denies: maybe(text()), contact: maybe(text()), askedOn: when(), deadline: when() }),
  });
  return [
    () => ({ type: 'add-response', allegationId: idOf('allegations'), ...response() }),
    () => ({ type: 'edit-response', id: idOf('responses'), ...some(response()) }),
    () => ({ type: 'log-attempt', id: idOf('responses'), on: when(), channel: text(), note: text() }),
  ];
}

function onReports(kase: Case, { choose, one, maybe, some, text, idOf, when }: Dice): Choice[] {
  const refs = (): string[] => [...kase.records.allegations.values()].map(({ ref }) => ref);
  return [
    () => ({
      type: 'change-cover',
      ...some({
        cover: some({
          title: text(),
          version: text(),
          method: text(),
          interests: text(),
          suggestions: text(),
        }),
        logo: maybe(LOGO),
      }),
    }),
    () =>
      reportRecordOf(kase, {
        edition: one(EDITIONS),
        refs: maybe(refs().filter(() => choose(2) === 0)),
        preparedBy: text(),
        heads: choose(8) === 0 ? [kase.history[choose(kase.history.length)]?.hash ?? ''] : [...kase.heads],
      }),
    () => ({ type: 'publish-report', id: idOf('reports'), on: when(), address: maybe(text()) }),
  ];
}

function onAnything(kase: Case, { one, idOf }: Dice): Choice[] {
  return [
    () => {
      const kind = one(removableKinds.options);
      return { type: 'remove', kind, id: idOf(kind) };
    },
    () => one([...trash(kase), { type: 'restore', kind: 'evidence', id: idOf('evidence') }]),
    () => UNDO,
    () => REDO,
  ];
}

/** The commands that take everything out of the trash again. */
function trash(kase: Case): CommandValue[] {
  return removableKinds.options.flatMap((kind) =>
    [...kase.records[kind].values()]
      .filter(({ removed }) => removed)
      .map(({ id }): CommandValue => ({ type: 'restore', kind, id })),
  );
}
