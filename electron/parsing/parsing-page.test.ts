import { describe, expect, it } from 'vitest';
import { parsingPage, POLICY } from './parsing-page.ts';

describe('the page in which a file is read', () => {
  it('has nothing of the file but its name, and that only as text', () => {
    const page = parsingPage('"><script>alert(1)</script>.html', 'file');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain('data-kind="file"');
    expect(parsingPage(null, 'rich-text')).not.toContain('data-name');
  });

  it('runs one script, and reaches nothing but what answers it', () => {
    expect(POLICY).toMatch(
      /^default-src 'none'; script-src stet:\/\/parsing\/script\/parse-file\.js; connect-src stet:\/\/parsing\/;/,
    );
    expect(POLICY).not.toContain('unsafe');
  });
});
