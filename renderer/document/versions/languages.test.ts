import { describe, expect, it } from 'vitest';
import { languageName, languageTag, offeredLanguages } from './languages.ts';

describe('languages', () => {
  it('are offered by name in the language of the window, each known again by its name', () => {
    for (const shownIn of ['en', 'de', 'ar']) {
      const names = offeredLanguages(shownIn);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) {
        const tag = languageTag(name, shownIn);
        expect(tag && languageName(tag, shownIn)).toBe(name);
      }
    }
    expect(languageTag('Українська', 'uk')).toBe('uk');
  });

  it('are known by a tag, which is written as BCP 47 has it', () => {
    expect(languageTag('ZH-hant-tw', 'en')).toBe('zh-Hant-TW');
    expect(languageTag(' crh ', 'en')).toBe('crh');
  });

  it('are not what only looks like a tag', () => {
    for (const typed of ['englsh', 'x', 'de_AT!', 'the mill', ''])
      expect(languageTag(typed, 'en')).toBeNull();
  });

  it('have a name, or else stay the tag that a file declared', () => {
    expect(languageName('de-AT', 'en')).toBe('Austrian German');
    expect(languageName('qx-unknown', 'en')).toContain('qx');
    expect(languageName('not a tag', 'en')).toBe('not a tag');
  });
});
