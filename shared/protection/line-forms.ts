import { searchable } from './name-forms.ts';

/** How somebody is reached, taken out of a line that says more: "call +44 20 7946 0000 after six". */
export interface LineForms {
  /** The line, and the addresses in it. */
  texts: string[];
  /** The digits of numbers in it. */
  numbers: string[];
}

const MAIL = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/gu;
const HANDLE = /(?<!\S)@[\p{L}\p{N}_.]{3,}/gu;
const WEB = /\b(?:https?:\/\/|www\.)[^\s<>"']+/giu;
const NUMBER = /\+?\p{Nd}[\p{Nd}\s().\-‐-―/]{5,}\p{Nd}/gu;
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})\b/u;

/** Numbers shorter than this are those of rooms and hours. */
const DIGITS = 7;
/** So many digits at the end are a number without what is dialled before it from elsewhere: country and 0. */
const NATIONAL = 9;

/**
 * What is searched for of one line of contact or notes: the line, e-mail addresses, names by which somebody is called
 * online (`@name`), web addresses, and numbers of at least seven digits, which are found with any separators and, from
 * ten digits on, with any dialling code.
 */
export function lineForms(line: string): LineForms {
  const text = line.trim();
  const found = [MAIL, HANDLE].flatMap((pattern) => text.match(pattern) ?? []);
  const web = (text.match(WEB) ?? []).flatMap(addressForms);
  const numbers = (text.match(NUMBER) ?? [])
    .filter((number) => !DATE.test(number))
    .map((number) => number.replace(/\P{Nd}/gu, ''))
    .filter(({ length }) => length >= DIGITS)
    .map((digits) => (digits.length > NATIONAL ? digits.slice(-NATIONAL) : digits));
  return { texts: [...new Set([text, ...found, ...web])].filter(searchable), numbers: [...new Set(numbers)] };
}

/**
 * The forms of a web address: without `https://` and `www.`, as it is written and as it reads. None for one that leads to
 * the front page of a place everybody may know.
 */
export function addressForms(address: string): string[] {
  const bare = address
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/iu, '')
    .replace(/^www\./iu, '')
    .replace(/[/.,;]+$/u, '');
  if (!/[/?#@]/u.test(bare)) return [];
  return [...new Set([bare, read(bare)])].filter(searchable);
}

function read(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
