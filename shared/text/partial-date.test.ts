import { describe, expect, it } from 'vitest';
import { instant } from './instant.ts';
import { isPartialDate } from './partial-date.ts';
import { when } from './when.ts';

describe('a partial date', () => {
  it.each([
    '2025',
    '0000',
    '9999',
    '2025-01',
    '2025-12',
    '2025-04-09',
    '2025-12-31',
    '2025-04-30',
    '2024-02-29',
    '2000-02-29',
  ])('may be %s', (text) => {
    expect(isPartialDate(text)).toBe(true);
    expect(when.safeParse(text).success).toBe(true);
  });

  it.each([
    '',
    '25',
    '20255',
    '2025-',
    '2025-00',
    '2025-13',
    '2025-1',
    '2025-04-00',
    '2025-04-31',
    '2025-01-32',
    '2025-4-9',
    '2025-02-29',
    '1900-02-29',
    '2100-02-29',
    '2025-02-30',
    '-2025',
    '2025-04-09T10:00:00Z',
    '2025/04/09',
    '09.04.2025',
    ' 2025',
    '2025\n',
    '٢٠٢٥',
    '２０２５',
    'April 2025',
  ])('is not %j', (text) => {
    expect(isPartialDate(text)).toBe(false);
    expect(when.safeParse(text).success).toBe(false);
  });

  it('knows the length of every month', () => {
    const last = Array.from({ length: 12 }, (_, month) =>
      [28, 29, 30, 31, 32].findLast((day) =>
        isPartialDate(`2023-${String(month + 1).padStart(2, '0')}-${day}`),
      ),
    );
    expect(last).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it('is text', () => {
    for (const value of [2025, null, undefined, ['2025']]) expect(when.safeParse(value).success).toBe(false);
  });
});

describe('a moment', () => {
  it.each(['2026-11-23T14:02:03.004Z', '2026-11-23T14:02:03Z', '2026-01-01T00:00:00.123456789Z'])(
    'may be %s',
    (text) => {
      expect(instant.safeParse(text).success).toBe(true);
    },
  );

  it.each([
    '2026-11-23',
    '2026-11-23T14:02:03',
    '2026-11-23T14:02:03+01:00',
    '2026-11-23 14:02:03Z',
    '2026-13-23T14:02:03Z',
    '2026-11-32T14:02:03Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T14:60:00Z',
    '2026-11-23T14:02:03Z\n',
    '',
  ])('is not %j', (text) => {
    expect(instant.safeParse(text).success).toBe(false);
  });
});
