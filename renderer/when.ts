import type { Translate } from '../shared/messages/translate.ts';
import { whenParts } from '../shared/text/when.ts';

/** Moments and dates as people of a language write them. Stored times are UTC; these show the reader's own zone. */

/** `14:02` of a moment. */
export function clock(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

/** `23 November 2026` of a moment. */
export function day(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(instant));
}

/** `2026-11-23` of a moment, to group by. */
export function dayKey(instant: string): string {
  const date = new Date(instant);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-');
}

/** Day and time of a moment, with the zone it is told in. */
export function dayAndClock(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** A date as precise as it is known, `2025-04-09`, `2025-04` or `2025`, in words. */
export function partialDay(date: string, language: string): string {
  const [year = 0, month, dayOfMonth] = date.split('-').map(Number);
  // Date.UTC() takes the years 0 to 99 for those of the twentieth century.
  const utc = new Date(0);
  utc.setUTCFullYear(year, (month ?? 1) - 1, dayOfMonth ?? 1);
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(dayOfMonth !== undefined && { day: 'numeric' }),
  }).format(utc);
}

/** A stored time (shared/text/when.ts) in words: a date as precise as it is known, or the clock there, its zone and UTC. */
export function whenWords(stored: string, t: Translate, language: string): string {
  const { date, clock: there } = whenParts(stored);
  const day = partialDay(date, language);
  return there ? t('words.clock', { day, time: there.time, zone: there.zone, utc: there.utc }) : day;
}
