/**
 * What two spellings of one name have in common: compatibility forms, case and runs of space do not matter. Marks do:
 * in many scripts they are letters of the name, and two people must not become one (राम is not रमा).
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
