/** Folds text for comparing and searching: compatibility forms, marks and case do not matter, nor runs of space. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
