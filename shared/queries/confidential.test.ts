import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import { historySentence } from '../messages/sentences.ts';
import { translator } from '../messages/translate.ts';
import { commandFor } from '../testing/arbitrary-command.ts';
import { decide, type CommandValue } from '../commands/index.ts';
import { apply } from '../events/apply.ts';
import { seal } from '../events/seal.ts';
import { caseWithAllegation, evidenceOn, newest, recordOn, UNDO } from '../testing/case-with.ts';
import { detailsOf } from './details.ts';
import { documentView } from './document-view.ts';
import { historyOf } from './history.ts';
import { openPoints } from './open-points.ts';
import { originGraph } from './origin-graph.ts';
import { namesOf, overviewOf } from './overview.ts';
import { rowsOf } from './rows.ts';
import { sourceDetails, sourceRows } from './sources-view.ts';
import { trashOf } from './trash.ts';

const t = translator('en');
const NAME = 'Jane Doe-Fairweather';
const DESCRIPTION = 'An official of the town';

/** Everything a window may be told about a case, as text; the case file itself keeps its history as it was. */
function told(kase: Case): string {
  const lines = historyOf(kase);
  return JSON.stringify([
    lines,
    lines.map((line) => historySentence(line, t)),
    [...rowsOf(kase)],
    [...kase.records.allegations.keys()].map((id) => [
      detailsOf(kase, id),
      historyOf(kase, { allegationId: id }),
    ]),
    [...kase.records.documents.keys()].map((id) => documentView(kase, id)),
    overviewOf(kase),
    namesOf(kase),
    trashOf(kase),
    sourceRows(kase),
    [...kase.records.sources.keys()].map((id) => [
      sourceDetails(kase, id),
      historyOf(kase, { sourceId: id }),
    ]),
    originGraph(kase),
    openPoints(kase, '2026-11-23T14:00:00.000Z'),
  ]);
}

/** A case in which a source was named and used in every way, and then became confidential. */
function bench() {
  const made = caseWithAllegation();
  const { kase, run, allegationId } = made;
  run({ type: 'add-source', name: NAME, kind: 'person', party: null });
  const { id } = newest(kase, 'sources');
  run({ type: 'edit-source', id, reliability: 'B' });
  run(recordOn(allegationId, { source: { id } }));
  run(evidenceOn(allegationId));
  run({ type: 'record-allegation', statement: 'Nobody was hurt.', passage: null });
  const otherId = newest(kase, 'allegations').id;
  run(evidenceOn(otherId, { origin: { type: 'derived-source', sourceId: id } }));
  const itemId = newest(kase, 'evidence').id;
  run({ type: 'edit-evidence', id: itemId, source: { id }, origin: { type: 'unknown' } });
  run({ type: 'remove', kind: 'evidence', id: itemId });
  const hide = { type: 'edit-source', id, confidential: true, name: DESCRIPTION } as const;
  return { ...made, id, otherId, hide };
}

describe('a source that became confidential', () => {
  it('is called by its old name before, and by the description everywhere after', () => {
    const { kase, run, hide } = bench();
    expect(told(kase)).toContain(NAME);
    run(hide);
    expect(told(kase)).not.toContain(NAME);
    expect(historyOf(kase).find(({ type }) => type === 'source-added')?.params['on']).toBe(DESCRIPTION);
  });

  it('is called so in the trash, and when what was done with it is taken back', () => {
    const { kase, run, id, hide } = bench();
    run(hide);
    for (const item of [...kase.records.evidence.values()].filter(({ removed }) => !removed))
      run({ type: 'remove', kind: 'evidence', id: item.id });
    run({ type: 'remove', kind: 'sources', id });
    expect(told(kase)).not.toContain(NAME);
    expect(trashOf(kase).map(({ label }) => label)).toContain(DESCRIPTION);
    run(UNDO);
    run(UNDO);
    expect(told(kase)).not.toContain(NAME);
    run({ type: 'erase-identity', id: keep(run, id) });
    expect(told(kase)).not.toContain(NAME);
  });

  it('hides the names of what was merged into it before and after', () => {
    const { kase, run, id, hide } = bench();
    const merged = (name: string, confidential: boolean): void => {
      run({ type: 'add-source', name, kind: 'person', party: null, confidential });
      run({ type: 'merge-sources', id: newest(kase, 'sources').id, intoId: id });
    };
    merged(`${NAME} (the younger)`, false);
    expect(told(kase)).toContain('the younger');
    run(hide);
    merged('A clerk', true);
    expect(told(kase)).not.toContain(NAME);
    expect(historyOf(kase, { limit: 1 })[0]?.params).toMatchObject({ into: DESCRIPTION });
  });

  it('whatever else is done', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30, size: 'max' }), (numbers) => {
        const { kase, context, run, hide, id } = bench();
        run(hide);
        for (const number of numbers) {
          const command = commandFor(kase, number);
          // Taking back that it is confidential, or saying so, is the one way to name it again.
          if (['undo', 'redo', 'edit-source'].includes(command.type)) continue;
          context.tick();
          const decision = decide(kase, command, context);
          if (decision.ok) apply(kase, seal(decision.value, kase.heads, context));
        }
        expect(kase.records.sources.get(id)?.confidential).toBe(true);
        expect(told(kase)).not.toContain(NAME);
      }),
      { numRuns: 30 },
    );
  });
});

/** Puts who a source is into the vault; answers its id. */
function keep(run: (command: CommandValue) => unknown, id: string): string {
  run({ type: 'keep-identity', id, commitment: 'c'.repeat(64) });
  return id;
}
