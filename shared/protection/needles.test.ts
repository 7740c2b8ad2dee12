import { describe, expect, it } from 'vitest';
import { emptyVault, type Vault } from '../case/identity.ts';
import { caseWithAllegation, evidenceOn, newest, recordOn } from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
import { matcherOf } from './matcher.ts';
import { needlesOf, unsearched } from './needles.ts';

const SALT = '0'.repeat(64);
const kept = (name: string, contact = '', notes = '') => ({
  name,
  contact,
  notes,
  salt: SALT,
  at: '2026-11-23T14:00:00Z',
});

/** A case with a source that is confidential, called by a description. */
function bench(description = 'an officer of the harbour authority') {
  const made = caseWithAllegation();
  made.run({ type: 'add-source', name: description, kind: 'person', party: null, confidential: true });
  return { ...made, sourceId: newest(made.kase, 'sources').id };
}

const vaultWith = (fields: Partial<Vault>): Vault => ({ ...emptyVault('c'), ...fields });

describe('of a source is protected', () => {
  const { kase, sourceId } = bench();
  const found = (text: string, fields: Partial<Vault>) =>
    matcherOf(needlesOf(kase, vaultWith(fields))).isIn(text);
  const identities = {
    [sourceId]: [
      kept('Jane Doe'),
      kept(
        'Oksana Petrenko, Harbour Officer',
        'call +44 20 7946 0958 after six\n@kestrel_77 or oksana.p@example.org',
        'Knows the mayor.\n\n sister of the pilot \nmet 2026-11-23\nsee https://www.drop.example/a%20b/',
      ),
    ],
  };

  it.each([
    'Jane Doe',
    'Doe, Jane',
    'Oksana',
    'PETRENKO',
    'The 020 7946 0958',
    '+442079460958',
    'KESTREL_77',
    'Oksana.P@Example.org',
    'knows the mayor',
    'the sister of the pilot',
    'drop.example/a b',
    'http://drop.example/a%20b#x',
  ])('%s', (text) => expect(found(text, { identities })).toBe(true));

  it.each([
    ['the description agreed with it', 'an officer of the harbour authority'],
    ['a day that stands in a note', 'On 2026-11-23 it rained.'],
    ['a part of a line', 'the mayor'],
    ['a number that is another', '+44 20 7946 0959'],
  ])('but not %s', (_what, text) => expect(found(text, { identities })).toBe(false));

  it('not a word or line that a person allowed, but always the whole name', () => {
    const allowed = ['oksana', 'Knows the mayor', 'Oksana Petrenko, Harbour Officer'];
    expect(found('Oksana met him', { identities, allowed })).toBe(false);
    expect(found('He knows the mayor.', { identities, allowed })).toBe(false);
    expect(found('Petrenko', { identities, allowed })).toBe(true);
    expect(found('Harbour Officer Oksana Petrenko', { identities, allowed: [...allowed, 'Petrenko'] })).toBe(
      true,
    );
  });

  it('its name of two characters where characters are words, and nothing that is found everywhere', () => {
    const texts = (name: string, contact: string) =>
      needlesOf(kase, vaultWith({ identities: { [sourceId]: [kept(name, contact)] } })).map(
        ({ text }) => text,
      );
    expect(texts('王明', '王')).toEqual(['王明']);
    expect(texts('이준', '')).toEqual(['이준']);
    expect(texts(' Li ', 'ok\n🔥🔥\n...')).toEqual([]);
  });
});

it('protected names are searched for in every form, and answered by their id', () => {
  const { kase } = bench();
  const vault = vaultWith({ protectedNames: [{ id: 'p1', name: 'Pim Aldous', forms: ['П. Олдос', ' '] }] });
  const matcher = matcherOf(needlesOf(kase, vault));
  for (const text of ['Aldous', 'ALDOUS PIM', 'п. олдос']) expect(matcher.isIn(text)).toBe(true);
  const found = [...matcher.find([{ text: 'Aldous', place: { code: 'raw' } }])].flat();
  expect(found).toEqual([{ place: { code: 'raw' }, what: 'protected-name', id: 'p1' }]);
});

describe('of a case itself is protected', () => {
  const exhibit = {
    title: 'payslip of the miller',
    fileName: 'IMG-4711-millers-phone.jpg',
    sha256: 'fade'.repeat(16),
    address: 'https://drop.example/secret-original',
    archivedAddress: 'https://example.org/',
    notes: 'Handed over at the chapel.\nok',
  };

  function withExhibit() {
    const made = bench();
    made.run(exhibitWith(exhibit));
    const exhibitId = newest(made.kase, 'exhibits').id;
    made.run(
      recordOn(made.allegationId, {
        source: { name: 'an officer', kind: 'person', party: null, confidential: true },
        exhibitId,
        address: 'https://drop.example/e',
      }),
    );
    return { ...made, exhibitId };
  }

  it('what the exhibit of a confidential source could be known by', () => {
    const { kase, exhibitId } = withExhibit();
    const needles = needlesOf(kase, vaultWith({}));
    const whats = new Set(needles.map(({ what, id }) => `${what} ${id === exhibitId}`));
    expect(whats).toEqual(
      new Set(['exhibit-hash true', 'exhibit-name true', 'exhibit-address true', 'exhibit-notes true']),
    );
    const matcher = matcherOf(needles);
    for (const text of [
      'FADE'.repeat(16),
      'fade'.repeat(4),
      'The payslip of the miller',
      'img 4711 millers phone',
      'www.drop.example/secret-original/',
      'drop.example/e',
      'handed over at the chapel',
    ])
      expect([text, matcher.isIn(text)]).toEqual([text, true]);
    for (const text of ['fade', 'a payslip', 'https://example.org/', 'ok', 'at the chapel'])
      expect([text, matcher.isIn(text)]).toEqual([text, false]);
  });

  it('the hash and the file name of a document that was made of it, and not its title', () => {
    const { kase, run, exhibitId } = withExhibit();
    const [title, text, fileName] = ['He came at noon.', 'He came at noon. He left.', 'letter-of-may.docx'];
    const given = { title, text, fileName, format: 'docx' } as const;
    run({ type: 'add-document', ...given, original: { id: exhibitId } });
    const { sha256 } = newest(kase, 'documents');
    const needles = needlesOf(kase, vaultWith({}));
    expect(needles).toContainEqual({ what: 'exhibit-hash', id: exhibitId, text: sha256 });
    expect(needles).toContainEqual({ what: 'exhibit-name', id: exhibitId, text: fileName });
    expect(matcherOf(needles).isIn(title)).toBe(false);
  });

  it('not what may be told of another exhibit, but its hash', () => {
    const { kase, run, allegationId } = withExhibit();
    run(exhibitWith({ ...exhibit, sha256: 'b'.repeat(64) }));
    run(evidenceOn(allegationId, { address: 'https://drop.example/e' }));
    const whats = new Set(needlesOf(kase, vaultWith({})).map(({ what }) => what));
    expect(whats).toEqual(new Set(['exhibit-hash']));
  });

  it('the name that a source had before it was confidential, and none that it has now', () => {
    const { kase, run } = caseWithAllegation();
    run({ type: 'add-source', name: 'Oksana Petrenko', kind: 'person', party: null });
    const { id } = newest(kase, 'sources');
    expect(needlesOf(kase, vaultWith({}))).toEqual([]);
    run({ type: 'edit-source', id, confidential: true, name: 'a nurse' });
    run({ type: 'edit-source', id, name: 'a nurse of the north clinic' });
    const needles = needlesOf(kase, vaultWith({}));
    expect(needles).toContainEqual({ what: 'earlier-name', id, text: 'Oksana Petrenko' });
    expect(matcherOf(needles).isIn('Petrenko')).toBe(true);
    expect(matcherOf(needles).isIn('a nurse of the north clinic')).toBe(false);
    run({ type: 'edit-source', id, confidential: false });
    expect(needlesOf(kase, vaultWith({}))).toEqual([]);
  });
});

it('knows how many sources the vault does not name', () => {
  const { kase, run, sourceId } = bench();
  expect(unsearched(kase, vaultWith({}))).toBe(0);
  run({ type: 'keep-identity', id: sourceId, commitment: 'a'.repeat(64) });
  expect(unsearched(kase, vaultWith({ identities: { [sourceId]: [kept('Jane Doe')] } }))).toBe(1);
  run({ type: 'erase-identity', id: sourceId });
  expect(unsearched(kase, vaultWith({}))).toBe(0);
});
