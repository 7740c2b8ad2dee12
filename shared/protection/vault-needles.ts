import type { Case } from '../case/case.ts';
import type { Vault } from '../case/identity.ts';
import { lineForms } from './line-forms.ts';
import { nameForms, plainWords, searchable } from './name-forms.ts';
import type { Needle } from './needle.ts';
import { squeeze } from './squeeze.ts';

/**
 * What a vault protects: each name ever kept of a confidential source, each line of its contacts and notes, and the
 * protected names with their other forms.
 *
 * A single word of a name is not searched for when it stands in the description agreed with that source, since somebody
 * decided to say it, or when a person allowed it, since others have it, too. Nor is a line that a person allowed. A whole
 * name is always searched for.
 */
export function vaultNeedles(vault: Vault, kase: Case): Needle[] {
  const allowed = new Set(vault.allowed.map((text) => squeeze(text).text));
  const needles: Needle[] = [];
  for (const [id, kept] of Object.entries(vault.identities)) {
    const source = kase.records.sources.get(id);
    const plain = new Set([...allowed, ...plainWords(source?.name ?? '')]);
    const identity = (text: string): Needle => ({ what: 'identity', id, text });
    for (const { name, contact, notes } of kept) {
      needles.push(...nameForms(name, plain).map(identity));
      for (const line of [...contact.split('\n'), ...notes.split('\n')]) {
        const { texts, numbers } = lineForms(line);
        needles.push(...texts.filter((text) => !allowed.has(squeeze(text).text)).map(identity));
        needles.push(...numbers.map((text): Needle => ({ ...identity(text), digits: true })));
      }
    }
  }
  for (const { id, name, forms } of vault.protectedNames) {
    for (const text of [...nameForms(name, allowed), ...forms.map((form) => form.trim())]) {
      if (searchable(text)) needles.push({ what: 'protected-name', id, text });
    }
  }
  return needles;
}
