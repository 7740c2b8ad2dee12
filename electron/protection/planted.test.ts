import { WHOLE } from '../../shared/report/report-about.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../shared/case/case.ts';
import { emptyVault, type Vault } from '../../shared/case/identity.ts';
import { KINDS, RECORD_SCHEMAS, type Kind } from '../../shared/case/records.ts';
import { problemSentence } from '../../shared/messages/sentences.ts';
import { translator } from '../../shared/messages/translate.ts';
import { needlesOf } from '../../shared/protection/needles.ts';
import { EDITIONS, type Edition } from '../../shared/case/words.ts';
import { annotatedData } from '../../shared/report/annotated/annotated-data.ts';
import { annotatedHtml } from '../../shared/report/annotated/annotated-html.ts';
import { reportCsv } from '../../shared/report/report-csv.ts';
import { reportData } from '../../shared/report/report-data.ts';
import { reportHtml } from '../../shared/report/report-html.ts';
import { reportJson } from '../../shared/report/report-json.ts';
import { reportMarkdown } from '../../shared/report/report-markdown.ts';
import { evidenceOn, newest, recordOn } from '../../shared/testing/case-with.ts';
import { caseWithEverything, exhibitWith, queryOn } from '../../shared/testing/case-with-everything.ts';
import { guard } from './guard.ts';
import type { ScannedForm } from './scan-file.ts';

/**
 * Protected words are put wherever a record of a case takes words, one place after the other. In whatever form its
 * report leaves, either the report keeps the words back, or the guard does not let the file go and says where.
 */

const t = translator('en');
const SOURCE = 'Zoryana Quilldamar';
const VICTIM = 'Pimpernel Aldousson';
const HASH = 'fade'.repeat(16);
const FORMS = ['html', 'md', 'csv', 'json'] as const;

/** A place for words: the keys that lead to it in a record. */
type Spot = { kind: Kind; id: string; path: (string | number)[] };

function benchWithSecrets() {
  const made = caseWithEverything();
  const { kase, run, allegationId, documentId } = made;
  run(exhibitWith({ fileName: 'log.pdf', address: 'https://log.example/1' }));
  run(recordOn(allegationId, { exhibitId: newest(kase, 'exhibits').id, address: 'https://log.example/2' }));
  run(
    exhibitWith({
      sha256: HASH,
      address: 'https://given.example/1',
      archivedAddress: 'https://given.example/2',
      notes: 'x',
    }),
  );
  const source = {
    name: 'a person of the mill',
    kind: 'person',
    party: null,
    interests: 'afraid',
    confidential: true,
  } as const;
  run(
    evidenceOn(allegationId, { source, exhibitId: newest(kase, 'exhibits').id, authentication: 'compared' }),
  );
  const sourceId = newest(kase, 'sources').id;
  run({
    type: 'edit-allegation',
    id: allegationId,
    notes: 'Ask again.',
    tags: ['fire'],
    saidWhere: 'the street',
  });
  run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'The log.' });
  const original = { id: newest(kase, 'exhibits').id };
  const text = 'The owner sold the mill in May. Nobody was told.';
  const fileName = 'letters-of-the-owner.pdf';
  run({ type: 'add-document', title: 'Letters', text, format: 'pdf', fileName, original });
  const givenId = newest(kase, 'documents').id;
  run({ type: 'add-passage', allegationId, span: { documentId: givenId, start: 4, end: 18 } });
  run(queryOn(givenId, { allegationId }));
  run(queryOn(documentId, { proposed: 'Two', decider: 'The desk' }));
  const query = newest(kase, 'queries');
  run({
    type: 'decide-query',
    id: query.id,
    decision: 'change',
    wording: 'One',
    reason: 'Clearer.',
    decidedBy: 'The editor',
  });
  // Its text was pasted; one that was read has the name of a file.
  const article = kase.records.documents.get(documentId);
  if (article) kase.records.documents.set(documentId, { ...article, fileName: 'article.txt' });
  const kept = { name: SOURCE, contact: '', notes: '', salt: '0'.repeat(64), at: '2026-11-23T14:00:00.000Z' };
  const vault: Vault = {
    ...emptyVault('c'),
    identities: { [sourceId]: [kept] },
    protectedNames: [{ id: 'p1', name: VICTIM, forms: [] }],
  };
  return { kase, vault, givenId };
}

const { kase: KASE, vault, givenId } = benchWithSecrets();
const needles = needlesOf(KASE, vault);

/** The place in a copy of the case, with the words put after what stands there; null where none can stand. */
function planted({ kind, id, path }: Spot, words: string): Case | null {
  const record = structuredClone(KASE.records[kind].get(id)) as unknown as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  let at = record;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[last] = `${String(at[last])} ${words}`;
  if (!RECORD_SCHEMAS[kind].safeParse(record).success) return null;
  const records = { ...KASE.records, [kind]: new Map([...KASE.records[kind], [id, record]]) };
  return { ...KASE, records: records as unknown as Case['records'] };
}

/** Every string of every record that may be other words: not an id, a hash, a moment or a word of a closed set. */
function spotsOf(): Spot[] {
  const ids = new Set(KINDS.flatMap((kind) => [...KASE.records[kind].keys()]));
  const spots: Spot[] = [];
  const walk = (value: unknown, spot: Spot): void => {
    if (typeof value === 'string') {
      if (!ids.has(value) && planted(spot, VICTIM)) spots.push(spot);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value))
        walk(each, { ...spot, path: [...spot.path, Array.isArray(value) ? Number(key) : key] });
    }
  };
  for (const kind of KINDS)
    for (const [id, record] of KASE.records[kind]) walk(record, { kind, id, path: [] });
  return spots;
}

const SPOTS = spotsOf();
const called = ({ kind, path }: Spot): string => [kind, ...path].join('.');

function written(kase: Case, form: (typeof FORMS)[number], edition: Edition): Uint8Array {
  const report = reportData(kase, {
    edition,
    at: '2026-11-24T09:00:00.000Z',
    preparedBy: 'M. K.',
    fileSha256: null,
    scope: WHOLE,
    appVersion: '0.1.0',
  });
  const texts = {
    html: () => reportHtml(report, 'en', t),
    md: () => reportMarkdown(report, t),
    csv: () => reportCsv(report, t),
    json: () => reportJson(report),
  };
  return Buffer.from(texts[form]());
}

/** Whether bytes have any of the words, told without what the guard is made of: by their letters alone. */
function has(bytes: Uint8Array, ...words: string[]): boolean {
  const letters = Buffer.from(bytes)
    .toString()
    .replace(/&#?\w+;|<\/?[a-z][^>]*>/gu, '')
    .normalize('NFKD')
    .toLowerCase();
  return words.some((word) =>
    letters.replace(/[^a-z]/gu, '').includes(word.toLowerCase().replace(/[^a-z]/gu, '')),
  );
}

/** What lets a file go, or says why not; a test takes it away to see that it would fail. */
type Gate = (form: ScannedForm, bytes: Uint8Array) => Promise<string | null>;
const guarded: Gate = async (form, bytes) => {
  const answer = await guard({ form, bytes, fileName: `Report.${form}` }, needles, KASE);
  return answer.ok ? null : problemSentence(answer.error, t);
};
const OPEN: Gate = () => Promise.resolve(null);

/** What left with words in it, what was stopped, and what left without. */
async function leavings(spot: Spot, words: string, gate: Gate) {
  const kase = planted(spot, words);
  const came = { leaked: [] as string[], stopped: [] as string[], free: 0 };
  if (!kase) return came;
  for (const form of FORMS) {
    for (const edition of EDITIONS) {
      const bytes = written(kase, form, edition);
      const said = await gate(form, bytes);
      if (said !== null) came.stopped.push(said);
      else if (has(bytes, SOURCE, VICTIM, 'Quilldamar', 'Aldousson', HASH))
        came.leaked.push(`${form} ${edition}`);
      else came.free++;
    }
  }
  return came;
}

describe('protected words', () => {
  it('are put everywhere', () => {
    const spots = new Set(SPOTS.map((spot) => called(spot).replace(/\.\d+/gu, '')));
    for (const needed of [
      'case.title',
      'documents.title',
      'documents.fileName',
      'allegations.statement',
      'allegations.tags',
      'allegations.notes',
      'allegations.finding.reason',
      'parties.name',
      'sources.name',
      'sources.interests',
      'exhibits.title',
      'exhibits.fileName',
      'exhibits.address',
      'exhibits.notes',
      'evidence.excerpt',
      'evidence.locator',
      'evidence.authentication',
      'evidence.address',
      'queries.wording',
      'queries.proposed',
      'queries.question',
      'reviews.reason',
      'responses.words',
    ])
      expect([...spots]).toContain(needed);
  });

  it('leave nothing where none were put', async () => {
    for (const form of FORMS)
      for (const edition of EDITIONS) expect(await guarded(form, written(KASE, form, edition))).toBeNull();
  });

  it.each(SPOTS.map((spot) => [called(spot), spot] as const))(
    'do not leave from %s',
    async (_called, spot) => {
      for (const words of [SOURCE, VICTIM, HASH]) {
        const { leaked, stopped } = await leavings(spot, words, guarded);
        expect(leaked).toEqual([]);
        for (const said of stopped) {
          expect(said).not.toMatch(/zoryana|quilldamar|pimpernel|aldousson|fadefade/iu);
          expect(said).toMatch(/in (?:one place|\d+ places): .+: .+\. No file was written\./u);
        }
      }
    },
  );

  it('do not leave however they are written', async () => {
    const gap = fc.constantFrom(' ', '\n', '  ', '\u00A0', ', ', '-', ' \u200B');
    const letters = fc.constantFrom<(name: string) => string>(
      (name) => name.toUpperCase(),
      (name) => [...name].join('\u00AD'),
      (name) => `*${name}*`,
      (name) => `${name.slice(0, 3)}\u2060${name.slice(3)}`,
      (name) => `(${name}’s)`,
    );
    const name = fc.constantFrom(SOURCE, VICTIM);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SPOTS),
        name,
        gap,
        letters,
        fc.boolean(),
        async (spot, words, between, write, swapped) => {
          const parts = words.split(' ').map(write);
          const { leaked } = await leavings(
            spot,
            (swapped ? parts.toReversed() : parts).join(between),
            guarded,
          );
          expect(leaked).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('would leave from many of these places without the guard, and some are kept back by the report alone', async () => {
    const without = await Promise.all(SPOTS.map((spot) => leavings(spot, SOURCE, OPEN)));
    expect(without.filter(({ leaked }) => leaked.length > 0).length).toBeGreaterThan(20);
    const keptBack = SPOTS.filter((_spot, index) => without[index]?.leaked.length === 0).map(called);
    expect(keptBack).toEqual(
      expect.arrayContaining([
        'sources.interests',
        'exhibits.notes',
        'evidence.authentication',
        // Of the document that the confidential source gave.
        'documents.title',
        'documents.fileName',
        'passages.selector.0.prefix',
        'passages.selector.0.suffix',
      ]),
    );
  });
});

it('the document of a confidential source does not leave by itself, since its hash is in it', async () => {
  const about = { at: '2026-11-24T09:00:00.000Z', preparedBy: 'M. K.', appVersion: '0.1.0' } as const;
  for (const edition of EDITIONS) {
    const document = annotatedData(KASE, givenId, { edition, ...about });
    const bytes = Buffer.from(document ? annotatedHtml(document, 'en', t) : '');
    expect(await guarded('html', bytes)).toMatch(/which a confidential source gave.*No file was written\./u);
  }
});
