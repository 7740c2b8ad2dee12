import { describe, expect, it } from 'vitest';
import { caseInfo } from '../case/case.ts';
import { caseToRate, publishing, rated } from '../testing/case-rated.ts';
import { caseWith, newest, recordsOf, REDO, UNDO } from '../testing/case-with.ts';

const scaleOf = ({ kase }: ReturnType<typeof caseToRate>) => {
  const { scale } = caseInfo(kase);
  if (!scale) throw new Error('there is no scale');
  return scale;
};

describe('saying who publishes, and on which scale', () => {
  it('sets both, without the space around texts, and gives each rating an id', () => {
    const { kase, run } = caseWith();
    const publisher = { name: ' The Desk ', url: ' https://desk.example ', logo: ' ' };
    const event = run(publishing({ publisher }));
    expect(event.type).toBe('publishing-changed');
    expect(caseInfo(kase).publisher).toEqual({ name: 'The Desk', url: 'https://desk.example', logo: null });
    const { worst, best, ratings } = caseInfo(kase).scale ?? {};
    expect([worst, best]).toEqual([1, 5]);
    expect(ratings?.map(({ label, value }) => [label, value])).toEqual([
      ['True', 5],
      ['Half true', 3],
      ['Not so', 1],
    ]);
    expect(new Set(ratings?.map(({ id }) => id)).size).toBe(3);
  });

  it('keeps what is not given, and the ids of ratings that are given with theirs, in any order and under any label', () => {
    const bench = caseToRate();
    const [first, second, third] = bench.ids;
    const publisher = caseInfo(bench.kase).publisher;
    const label = ' Mostly true ';
    const given = [
      { id: third, label: 'Not so', value: 1 },
      { id: null, label: 'Unclear', value: 2 },
      { id: second, label, value: 3 },
      { id: first, label: 'True', value: 5 },
    ];
    bench.run({ type: 'change-publishing', scale: { worst: 1, best: 5, ratings: given } });
    const { ratings } = scaleOf(bench);
    expect(ratings.map(({ id }) => id)).toEqual([third, expect.stringMatching(/^id-/), second, first]);
    expect(bench.ids).not.toContain(ratings[1]?.id);
    expect(ratings[2]?.label).toBe('Mostly true');
    expect(caseInfo(bench.kase).publisher).toEqual(publisher);
  });

  it('never gives two ratings one id, and none the id of nothing', () => {
    const bench = caseToRate();
    const [id] = bench.ids;
    const ratings = [id, id, 'id-none'].map((each, at) => ({ id: each, label: `No. ${at}`, value: null }));
    bench.run({ type: 'change-publishing', scale: { worst: null, best: null, ratings } });
    const ids = scaleOf(bench).ratings.map((rating) => rating.id);
    expect(ids[0]).toBe(id);
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain('id-none');
  });

  it('keeps fields that a newer Stet added', () => {
    const bench = caseToRate();
    const { kase } = bench;
    const info = caseInfo(kase);
    const scale = scaleOf(bench);
    const [first, ...rest] = scale.ratings;
    if (!first) throw new Error('there is no rating');
    kase.records.case.set(info.id, {
      ...info,
      publisher: { name: 'The Desk', url: 'https://desk.example', logo: null, mood: 1 },
      scale: { ...scale, mood: 2, ratings: [{ ...first, mood: 3 }, ...rest] },
    });
    const ratings = scale.ratings.map((rating) => ({ ...rating, label: `${rating.label}!` }));
    const publisher = { name: 'A desk', url: 'https://desk.example', logo: null };
    bench.run({ type: 'change-publishing', publisher, scale: { ...scale, ratings } });
    expect(caseInfo(kase).publisher).toMatchObject({ name: 'A desk', mood: 1 });
    expect(caseInfo(kase).scale).toMatchObject({ mood: 2, ratings: [{ label: 'True!', mood: 3 }, {}, {}] });
  });

  it('can be taken away, and undone', () => {
    const { kase, run } = caseToRate();
    const before = recordsOf(kase);
    run({ type: 'change-publishing', publisher: null, scale: null });
    expect(caseInfo(kase)).toMatchObject({ publisher: null, scale: null });
    const after = recordsOf(kase);
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
    run(REDO);
    expect(recordsOf(kase)).toBe(after);
  });
});

describe('it is refused', () => {
  it('with everything that is wrong', () => {
    const { refusal } = caseToRate();
    const publisher = { name: ' ', url: 'desk.example', logo: '/logo.png' };
    const ratings = [{ id: null, label: ' ', value: 7 }];
    expect(refusal(publishing({ publisher, scale: { worst: 1, best: 5, ratings } }))).toEqual({
      code: 'not-to-publish',
      problems: [
        { code: 'publisher-without-name' },
        { code: 'publisher-without-address' },
        { code: 'logo-not-absolute' },
        { code: 'label-missing', at: 0 },
        { code: 'value-off-scale', at: 0 },
      ],
    });
  });

  it('when a rating that is used would be gone, also by one in the trash, with how many', () => {
    const { kase, run, refusal, allegationId, ids } = caseToRate();
    run(rated(allegationId, ids[1]));
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const other = newest(kase, 'allegations').id;
    run(rated(other, ids[1], { url: 'https://desk.example/other' }));
    run({ type: 'remove', kind: 'allegations', id: other });
    const used = { code: 'rating-in-use', label: 'Half true', count: 2 };
    expect(refusal({ type: 'change-publishing', scale: null })).toEqual(used);
    expect(refusal(publishing())).toEqual(used);
    const { scale } = caseInfo(kase);
    const ratings = (scale?.ratings ?? []).filter(({ id }) => id === ids[1]);
    run({ type: 'change-publishing', scale: { worst: 1, best: 5, ratings } });
    expect(caseInfo(kase).scale?.ratings).toHaveLength(1);
  });

  it('when a rating that is used would be another one, which would rewrite what was published', () => {
    const { kase, run, refusal, allegationId, ids } = caseToRate();
    run(rated(allegationId, ids[1]));
    const { scale } = caseInfo(kase);
    const relabelled = (changed: object) => ({
      type: 'change-publishing' as const,
      scale: {
        worst: scale?.worst ?? null,
        best: scale?.best ?? null,
        ratings: (scale?.ratings ?? []).map((each) => (each.id === ids[1] ? { ...each, ...changed } : each)),
      },
    });
    const used = { code: 'rating-in-use', label: 'Half true', count: 1 };
    expect(refusal(relabelled({ label: 'Fabricated' }))).toEqual(used);
    expect(refusal(relabelled({ value: 1 }))).toEqual(used);
  });

  it('when nothing is different', () => {
    const bench = caseToRate();
    const { publisher } = caseInfo(bench.kase);
    const same = { type: 'change-publishing', publisher, scale: scaleOf(bench) } as const;
    expect(bench.refusal(same)).toEqual({ code: 'nothing-changed' });
    expect(bench.refusal({ type: 'change-publishing' })).toEqual({ code: 'nothing-changed' });
  });
});
