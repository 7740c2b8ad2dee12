import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBefore, isFuture, isOver, isWhen, when, whenParts, whenToType, whenTyped } from './when.ts';

describe('a time as it is stored', () => {
  it.each([
    '2025',
    '2025-04',
    '2025-04-09',
    '2025-04-09T11:02Z[Europe/Kyiv]',
    '2025-04-09T11:02Z[UTC]',
    '2025-04-09T11:02Z[+03:00]',
  ])('may be %s', (text) => {
    expect([isWhen(text), when.safeParse(text).success]).toEqual([true, true]);
  });

  it.each([
    '',
    '2025-04-31',
    '2025-04-09T11:02Z',
    '2025-04-09T11:02:03Z[UTC]',
    '2025-04-31T11:02Z[UTC]',
    '2025-04-09T25:02Z[UTC]',
    '2025-04-09T11:02Z[Nowhere/None]',
    '2025-04-09T11:02[Europe/Kyiv]',
    '2025-04-09T11:02Z[Europe/Kyiv]x',
  ])('is not %j', (text) => {
    expect([isWhen(text), when.safeParse(text).success]).toEqual([false, false]);
  });
});

describe('a time as it is typed', () => {
  it.each([
    ['2025-04-09', 'Europe/Kyiv', '2025-04-09'],
    [' 2025 ', 'Europe/Kyiv', '2025'],
    ['2025-04-09 14:02', 'Europe/Kyiv', '2025-04-09T11:02Z[Europe/Kyiv]'],
    ['2025-04-09T14:02', 'Europe/Kyiv', '2025-04-09T11:02Z[Europe/Kyiv]'],
    ['2025-01-09 4:02', 'Europe/Kyiv', '2025-01-09T02:02Z[Europe/Kyiv]'],
    ['2025-04-09 14:02 Asia/Shanghai', 'Europe/Kyiv', '2025-04-09T06:02Z[Asia/Shanghai]'],
    ['2025-04-09 14:02 UTC', 'Europe/Kyiv', '2025-04-09T14:02Z[UTC]'],
    ['2025-04-09 14:02 Z', 'Europe/Kyiv', '2025-04-09T14:02Z[UTC]'],
    ['2025-04-09 01:02 +03:00', 'UTC', '2025-04-08T22:02Z[+03:00]'],
  ])('%s in %s is kept as %s', (typed, zone, stored) => {
    expect(whenTyped(typed, zone)).toBe(stored);
    expect(isWhen(stored)).toBe(true);
  });

  it.each([
    'yesterday',
    '2025-02-30',
    '2025-02-30 10:00',
    '2025-04-09 24:30',
    '2025-04-09 14:02 Mars',
    '9.4.2025',
  ])('cannot be %j', (typed) => {
    expect(whenTyped(typed, 'UTC')).toBeNull();
  });

  it('comes back as it was typed, for any minute of any zone', () => {
    const zones = ['UTC', 'Europe/Kyiv', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Apia', '+05:45'];
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1990-01-01T00:00Z'),
          max: new Date('2060-01-01T00:00Z'),
          noInvalidDate: true,
        }),
        fc.constantFrom(...zones),
        (date, zone) => {
          const stored = `${date.toISOString().slice(0, 16)}Z[${zone}]`;
          const { clock } = whenParts(stored);
          expect(clock?.utc).toBe(date.toISOString().slice(0, 16).replace('T', ' '));
          const again = whenTyped(whenToType(stored), 'Europe/Paris');
          // In the hour that a clock shows twice the earlier one is meant.
          const shift = Date.parse(stored.slice(0, 17)) - Date.parse((again ?? '').slice(0, 17));
          expect([0, 30 * 60_000, 3_600_000]).toContain(shift);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a deadline', () => {
  it.each([
    ['2025-04-09', '2025-04-09T23:59:00Z', false],
    ['2025-04-09', '2025-04-10T11:59:00Z', false],
    ['2025-04-09', '2025-04-10T12:00:00Z', true],
    ['2025-04', '2025-05-01T11:00:00Z', false],
    ['2025-04', '2025-05-01T12:00:00Z', true],
    ['2025', '2026-01-01T13:00:00Z', true],
    ['2025-04-09T11:02Z[Europe/Kyiv]', '2025-04-09T11:02:00Z', false],
    ['2025-04-09T11:02Z[Europe/Kyiv]', '2025-04-09T11:02:01Z', true],
  ])('of %s at %s: over is %s', (deadline, at, over) => {
    expect(isOver(deadline, at)).toBe(over);
  });
});

describe('what can only be past', () => {
  it.each([
    // A day begins on the Line Islands, fourteen hours before it does in UTC.
    ['2025-04-10', '2025-04-09T09:59:59Z', true],
    ['2025-04-10', '2025-04-09T10:00:00Z', false],
    ['2025-05', '2025-04-30T09:59:59Z', true],
    ['2025-05', '2025-04-30T10:00:00Z', false],
    ['2026', '2025-12-31T09:59:59Z', true],
    ['2026', '2025-12-31T10:00:00Z', false],
    // Of a month or year that has begun, the day that is meant may be over.
    ['2025', '2025-04-09T11:02:00Z', false],
    ['2025-04-09T11:03Z[Europe/Kyiv]', '2025-04-09T11:02:59Z', true],
    ['2025-04-09T11:03Z[Pacific/Kiritimati]', '2025-04-09T11:03:00Z', false],
    ['0000', '2025-04-09T11:02:00Z', false],
  ])('%s at %s: in the future is %s', (stored, at, future) => {
    expect(isFuture(stored, at)).toBe(future);
  });
});

describe('one time before another', () => {
  it.each([
    ['2025-04-08', '2025-04-09', true],
    ['2025-04-09', '2025-04-09', false],
    ['2025-03', '2025-04-09', true],
    ['2025-04', '2025-04-09', false],
    ['2025-04-09', '2025', false],
    ['2024', '2025-01', true],
    ['2025-04-09T11:02Z[Europe/Kyiv]', '2025-04-09T11:03Z[Asia/Shanghai]', true],
    ['2025-04-09T11:03Z[Asia/Shanghai]', '2025-04-09T11:02Z[Europe/Kyiv]', false],
    // In Shanghai it was the 10th already.
    ['2025-04-09T22:30Z[Asia/Shanghai]', '2025-04-10', false],
    ['2025-04-09T22:30Z[Europe/London]', '2025-04-10', true],
    ['2025-04-10', '2025-04-09T22:30Z[Asia/Shanghai]', false],
    ['2025-04-09', '2025-04-09T22:30Z[Asia/Shanghai]', true],
  ])('%s is before %s: %s', (one, other, before) => {
    expect([isBefore(one, other), before && isBefore(other, one)]).toEqual([before, false]);
  });
});
