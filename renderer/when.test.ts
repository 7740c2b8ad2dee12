import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { translator } from '../shared/messages/translate.ts';
import { clock, day, dayAndClock, dayKey, partialDay, whenWords } from './when.ts';

describe('moments, told in the zone of the reader', () => {
  const before = process.env['TZ'];
  beforeEach(() => {
    process.env['TZ'] = 'Asia/Tokyo';
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('clock: hours and minutes, midnight as 00', () => {
    expect(clock('2026-11-23T05:02:59.999Z', 'en')).toBe('14:02');
    expect(clock('2026-11-23T15:00:00.000Z', 'en')).toBe('00:00');
  });

  it('day: the day it is there, which may be tomorrow', () => {
    expect(day('2026-11-23T05:02:00.000Z', 'en')).toBe('November 23, 2026');
    expect(day('2026-11-23T15:00:00.000Z', 'en')).toBe('November 24, 2026');
  });

  it('dayKey: the same for moments of one day there, another for the next', () => {
    expect(dayKey('2026-11-22T15:00:00.000Z')).toBe(dayKey('2026-11-23T14:59:59.999Z'));
    expect(dayKey('2026-11-23T14:59:59.999Z')).not.toBe(dayKey('2026-11-23T15:00:00.000Z'));
    expect(dayKey('2026-01-11T03:00:00.000Z')).not.toBe(dayKey('2026-11-01T03:00:00.000Z'));
  });

  it('dayAndClock: both', () => {
    expect(dayAndClock('2026-11-23T15:02:00.000Z', 'en')).toBe('Nov 24, 2026, 00:02');
  });
});

describe('partialDay', () => {
  it('says as much as is known and nothing more', () => {
    expect(partialDay('2025-04-09', 'en')).toBe('April 9, 2025');
    expect(partialDay('2025-04', 'en')).toBe('April 2025');
    expect(partialDay('2025', 'en')).toBe('2025');
  });

  it('is the same day wherever it is read', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
        process.env['TZ'] = zone;
        expect(partialDay('2025-01-01', 'en')).toBe('January 1, 2025');
        expect(partialDay('2025-12-31', 'en')).toBe('December 31, 2025');
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('speaks the language it is asked for', () => {
    expect(partialDay('2025-04', 'de')).toBe('April 2025');
    expect(partialDay('2025-03-09', 'de')).toBe('9. März 2025');
  });

  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  it('tells an early year as it is', () => {
    expect(partialDay('0079', 'en')).toBe('79');
  });
});

describe('a stored time', () => {
  const t = translator('en');
  it('is told as precisely as it is known, by the clock there and in UTC', () => {
    expect(whenWords('2025-04', t, 'en')).toBe('April 2025');
    expect(whenWords('2025-04-09T22:02Z[Europe/Kyiv]', t, 'en')).toBe(
      'April 10, 2025, 01:02 Europe/Kyiv (2025-04-09 22:02 UTC)',
    );
  });
});
