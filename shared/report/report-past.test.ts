import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, recordOn } from '../testing/case-with.ts';
import { reportRecordOf } from '../testing/case-with-everything.ts';
import { cellsOf, checkPage, classed, named, pageOf, reportOf, t, withId } from './check-page.ts';
import { reportCsv } from './report-csv.ts';
import { reportWord } from './report-word.ts';
import { reportMarkdown } from './report-markdown.ts';

/** What a report says of itself and of the reports before it, in the forms that are read. */

/** A case whose corroborated finding was published and is unverified since. */
function corrected(): ReturnType<typeof caseWithAllegation> {
  const bench = caseWithAllegation();
  const { kase, run, allegationId } = bench;
  run(recordOn(allegationId));
  run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'The register says so.' });
  run(reportRecordOf(kase));
  run({ type: 'publish-report', id: newest(kase, 'reports').id, on: '2026-11-23', address: null });
  const reason = 'The register was of another year.';
  run({ type: 'move-allegation', id: allegationId, to: 'unverified', why: 'insufficient', reason });
  return bench;
}

describe('corrections and changes', () => {
  it('says that there are none where nothing was published or exported', () => {
    const elements = checkPage(pageOf(caseWithAllegation().kase));
    expect(withId(elements, 'corrections').text).toContain(
      'No finding of this report has changed after it was published.',
    );
    expect(withId(elements, 'since').text).toContain('No report has left this case before.');
  });

  it('tells a correction with both findings and their reasons, and never without its state', () => {
    const elements = checkPage(pageOf(corrected().kase));
    const [[ref, published, from, to] = []] = cellsOf(elements, 'corrections');
    expect(ref).toMatch(/-001$/);
    expect(published).toBe('in report R1, 2026-11-23');
    expect(from).toMatch(/corroborated .*The register says so\./);
    expect(to).toMatch(/unverified insufficient evidence .*The register was of another year\./);
  });

  it('tells both wordings of a statement that reads otherwise, in every form', () => {
    const { kase, run, allegationId } = corrected();
    const [was, now] = ['The mill burned down on Monday.', 'The mill burned down on Tuesday.'];
    run({ type: 'edit-allegation', id: allegationId, statement: now });
    const [[, , from, to] = []] = cellsOf(checkPage(pageOf(kase)), 'corrections');
    expect(from).toContain(was);
    expect(to).toContain(now);
    // Nothing else tells what it was.
    expect(JSON.stringify([...reportWord(reportOf(kase), 'en', t).blocks])).toContain(was);
    expect(reportMarkdown(reportOf(kase), t)).toContain(was.slice(0, -1));
    expect(reportCsv(reportOf(kase), t)).toContain(`the statement in report R1: ${was}`);
  });

  it('tells what changed since the last report', () => {
    const elements = checkPage(pageOf(corrected().kase));
    expect(withId(elements, 'since').text).toContain('Compared with report R1 (checked copy), made');
    const [[, changes, finding] = []] = cellsOf(elements, 'since');
    expect(changes).toBe('the finding');
    expect(finding).toMatch(/corroborated.* → .*unverified/);
  });

  it('tells both in the Word document', () => {
    const words = JSON.stringify([...reportWord(reportOf(corrected().kase), 'en', t).blocks]);
    for (const said of ['in report R1, 2026-11-23', 'The register was of another year.', 'the finding'])
      expect(words).toContain(said);
  });

  it('tells both in Markdown and in a row of the CSV', () => {
    const report = reportOf(corrected().kase);
    const markdown = reportMarkdown(report, t);
    expect(markdown).toContain('in report R1, 2026-11-23');
    expect(markdown).toContain('The register was of another year.');
    expect(markdown).toContain('the finding');
    const [, row = ''] = reportCsv(report, t).split('\r\n');
    expect(row).toContain('"the finding"');
    expect(row).toContain('"corroborated in report R1, unverified now"');
  });
});

describe('the cover and the scope', () => {
  const PIXEL = 'iVBORw0KGgo=';

  it('stand in the head, with what is disclosed in a section of its own', () => {
    const { kase, run } = caseWithAllegation();
    run({
      type: 'change-cover',
      cover: {
        title: 'What the ministry said',
        version: '2.1',
        preparedFor: 'The Daily <b>',
        reviewedBy: 'A. B.',
        method: 'Two people read every line.',
        interests: 'The desk is paid by nobody named here.',
      },
      logo: { mediaType: 'image/png', base64: PIXEL, alt: 'The Daily' },
    });
    const elements = checkPage(pageOf(kase));
    expect(named(elements, 'h1')[0]?.text).toBe('What the ministry said');
    const head = named(elements, 'header')[0]?.text ?? '';
    for (const words of ['2.1', 'The Daily <b>', 'A. B. (self-declared)', 'the one allegation of the case'])
      expect(head).toContain(words);
    expect(classed(elements, 'logo')[0]?.attributes).toMatchObject({
      alt: 'The Daily',
      src: `data:image/png;base64,${PIXEL}`,
    });
    const method = withId(elements, 'method').text;
    expect(method).toContain('Two people read every line.');
    expect(method).toContain('The desk is paid by nobody named here.');
    expect(method).toContain('a state is only ever set by a person');
    const markdown = reportMarkdown(reportOf(kase), t);
    for (const words of ['# What the ministry said', 'Two people read every line.', 'A. B.'])
      expect(markdown).toContain(words);
  });

  it('say nothing of what nobody wrote', () => {
    const head = named(checkPage(pageOf(caseWithAllegation().kase)), 'header')[0]?.text ?? '';
    for (const words of ['Prepared for', 'Reviewed by', 'Version']) expect(head).not.toContain(words);
  });

  it('evidence that came since is told as such', () => {
    const bench = caseWithAllegation();
    bench.run(reportRecordOf(bench.kase));
    bench.run(evidenceOn(bench.allegationId));
    const [[, changes] = []] = cellsOf(checkPage(pageOf(bench.kase)), 'since');
    expect(changes).toBe('evidence');
  });
});
