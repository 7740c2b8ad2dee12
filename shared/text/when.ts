import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isPartialDate } from './partial-date.ts';

/**
 * When something happened, was published, captured or read: as precise as it is known. Either a day, month or year
 * (EDTF level 0), or a minute in UTC with the zone it was told in, as RFC 9557 writes it:
 * `2025-04-09T11:02Z[Europe/Kyiv]`. The instant is what counts; the zone says what a clock on the wall showed there.
 */
const MINUTE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})Z\[([A-Za-z0-9_+\-/:]{1,60})\]$/;

/** Whether `text` is stored as `when` stores it. */
export function isWhen(text: string): boolean {
  return isPartialDate(text) || (MINUTE.test(text) && zoned(text) !== null);
}

export const when = z.string().refine(isWhen, {
  message: 'a time is written 2025-04-09, 2025-04, 2025 or 2025-04-09T11:02Z[Europe/Kyiv]',
});

function zoned(text: string): Temporal.ZonedDateTime | null {
  const [, minute, zone] = MINUTE.exec(text) ?? [];
  if (minute === undefined || zone === undefined) return null;
  try {
    return Temporal.Instant.from(`${minute}Z`).toZonedDateTimeISO(zone);
  } catch {
    return null;
  }
}

const TYPED = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}:\d{2})(?:\s+(\S+))?$/;

/**
 * What a person typed as it is stored: a date as precise as it is known, or a day and a time of the clock in `zone`
 * unless the text ends with a zone of its own (`Europe/Kyiv`, `UTC`, `+03:00`). Null when it is neither. A time that
 * the clock of that zone showed twice is the earlier one; one that it skipped is moved past the gap, as clocks are.
 */
export function whenTyped(text: string, zone: string): string | null {
  const trimmed = text.trim();
  if (isWhen(trimmed)) return trimmed;
  const [, date, time, own] = TYPED.exec(trimmed) ?? [];
  if (date === undefined || time === undefined) return null;
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${time.padStart(5, '0')}`, { overflow: 'reject' });
    const there = local.toZonedDateTime(own === 'Z' ? 'UTC' : (own ?? zone));
    return `${there.toInstant().toString({ smallestUnit: 'minute' }).replace(/Z$/, '')}Z[${there.timeZoneId}]`;
  } catch {
    return null;
  }
}

/** A stored time as a person types it: the clock of its zone, and the zone. Dates are as they are. */
export function whenToType(stored: string): string {
  const there = zoned(stored);
  if (!there) return stored;
  const { date, time } = partsOf(there);
  return `${date} ${time} ${there.timeZoneId}`;
}

/** The parts of a stored time; `clock` is null for a date, and else the time there, the zone, and the same in UTC. */
export function whenParts(stored: string): {
  date: string;
  clock: { time: string; zone: string; utc: string } | null;
} {
  const there = zoned(stored);
  if (!there) return { date: stored, clock: null };
  const { date, time } = partsOf(there);
  const utc = partsOf(there.withTimeZone('UTC'));
  return { date, clock: { time, zone: there.timeZoneId, utc: `${utc.date} ${utc.time}` } };
}

function partsOf(there: Temporal.ZonedDateTime): { date: string; time: string } {
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/**
 * Whether all of the time a stored value stands for is before `at` (a moment in UTC): a deadline of a day is over when
 * the day is over everywhere on earth, twelve hours after UTC.
 */
export function isOver(stored: string, at: string): boolean {
  const there = zoned(stored);
  const now = Date.parse(at);
  if (there) return there.epochMilliseconds < now;
  const [year = 0, month, day] = stored.split('-').map(Number);
  // The first day after the day, month or year that is meant.
  const end =
    day !== undefined
      ? midnight(year, month, day + 1)
      : month !== undefined
        ? midnight(year, month + 1)
        : midnight(year + 1);
  return end + 12 * HOUR <= now;
}

/**
 * Whether all of the time a stored value stands for is after `at` (a moment in UTC): a day is in the future until it has
 * begun somewhere on earth, fourteen hours before it begins in UTC.
 */
export function isFuture(stored: string, at: string): boolean {
  const there = zoned(stored);
  const now = Date.parse(at);
  if (there) return there.epochMilliseconds > now;
  const [year = 0, month, day] = stored.split('-').map(Number);
  return midnight(year, month, day) - 14 * HOUR > now;
}

/**
 * Whether one stored time is before another, as far as both are known. Two moments are compared as such; of a moment and
 * a date it is the day that a clock showed in the moment's zone, since nobody said in which zone a date was meant.
 */
export function isBefore(one: string, other: string): boolean {
  const [a, b] = [zoned(one), zoned(other)];
  if (a && b) return a.epochMilliseconds < b.epochMilliseconds;
  const [date, otherDate] = [a ? partsOf(a).date : one, b ? partsOf(b).date : other];
  const known = Math.min(date.length, otherDate.length);
  return date.slice(0, known) < otherDate.slice(0, known);
}

const HOUR = 3_600_000;

/** Midnight in UTC in milliseconds; not `Date.UTC`, which takes the first hundred years for those of the last century. */
function midnight(year: number, month = 1, day = 1): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}
