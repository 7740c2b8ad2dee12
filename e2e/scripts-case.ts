import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Stet } from './app.ts';

/** A case in five scripts with everything that a form of a report can get wrong, made by the command line and the window. */

/** One text a script. Each is an allegation, quoted from the article, with evidence, an answer and a source in it. */
export const SCRIPTS = {
  latin: {
    statement:
      'Die Brücke über die Őrség wurde 2019 für 2,4 Mio. € geprüft; „nie wieder“, sagte Łukasz Şahin.',
    claimant: 'Łukasz Şahin',
    excerpt: 'Prüfbuch, Blatt 7: „Träger durchgerostet“ – naïve façade, œuvre, ﬁn.',
    words: 'Es gab keine Prüfung.',
  },
  cyrillic: {
    statement: 'Міністерство повідомило, що щонайменше 40 мостів небезпечні з 2019 року.',
    claimant: 'Міністерство інфраструктури України',
    excerpt: 'Реєстр оглядів: 41 міст класу «Е», ґанок, їжак, ё.',
    words: 'Це неправда, оглядів не було.',
  },
  chinese: {
    statement: '交通部长说,全省至少有四十座桥梁不安全,检查报告从2019年起就已存在。',
    claimant: '交通部长',
    excerpt: '检查登记册第三表:四十一座桥梁属于E级。',
    words: '我们从未收到任何报告。',
  },
  arabic: {
    statement: 'قال الوزير إن 40 جسرا على الأقل غير آمنة منذ عام 2019، بحسب تقرير (Bridge Report 7).',
    claimant: 'وزارة النقل',
    excerpt: 'سجل التفتيش، الجدول الثالث: واحد وأربعون جسرا من الفئة E.',
    words: 'لم يصلنا أي تقرير.',
  },
  hebrew: {
    statement: 'לדברי השר, לפחות 40 גשרים אינם בטוחים מאז 2019, כך לפי דו״ח Bridge Report 7.',
    claimant: 'משרד התחבורה',
    excerpt: 'פנקס הבדיקות, לוח 3: ארבעים ואחד גשרים בדרגה E.',
    words: 'לא קיבלנו שום דו״ח.',
  },
} as const;

const PAYLOADS = path.resolve(
  import.meta.dirname,
  '../../shared/fixtures/csv-injection/Intruder/csv-payload.txt',
);

/** What a spreadsheet might calculate, and what ends a cell or a row of a careless one. */
export const DANGEROUS = [
  '=1+1',
  '@SUM(1+9)',
  '+49 30 1234',
  '-5 °C in the hall',
  'Zwei Zeilen:\nÄpfel, „Öl“; "Übung"',
  ...(fs.existsSync(PAYLOADS) ? fs.readFileSync(PAYLOADS, 'utf8').split(/\r?\n/u).filter(Boolean) : []),
];
export const hasPayloads = fs.existsSync(PAYLOADS);

export const TITLE = 'Bridges · Мости · 桥梁 · الجسور · הגשרים';
export const RATING = '</script><!-- Halb wahr';
export const LOGO_ALT = 'The sign of the desk';
/** One pixel. */
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

interface Created {
  kind: string;
  id: string;
}
type Run = (command: object) => Promise<Created[]>;

const idOf = (created: readonly Created[], kind: string): string =>
  created.find((each) => each.kind === kind)?.id ?? '';

/** Makes the case at `Scripts.stet` in the folder of the test, and closes the app, so that its file is all there is. */
export async function makeScriptsCase(stet: Stet): Promise<void> {
  const texts = Object.values(SCRIPTS);
  const article = texts.map(({ statement }) => statement).join('\n\n');
  fs.writeFileSync(stet.file('article.txt'), `${article}\n`);
  const made = await stet.verb('new', 'Scripts.stet', '--title', TITLE, '--document', 'article.txt');
  expect(made).toMatchObject({ code: 0 });
  const page = await stet.start([stet.file('Scripts.stet')]);
  await expect(page.locator('[data-reader]')).toBeVisible();
  const run = runIn(page);
  const { documents } = JSON.parse(fs.readFileSync(stet.file('Scripts.stet'), 'utf8')) as {
    documents: { id: string }[];
  };
  const documentId = documents[0]?.id ?? '';
  await run({
    type: 'change-cover',
    cover: {
      version: '1.0',
      preparedFor: 'Редакція',
    },
    logo: { mediaType: 'image/png', base64: LOGO, alt: LOGO_ALT },
  });
  const points = Array.from(article);
  let at = 0;
  let first = '';
  for (const { statement, claimant, excerpt, words } of texts) {
    const length = Array.from(statement).length;
    expect(points.slice(at, at + length).join('')).toBe(statement);
    const id = await recordWith(run, {
      statement,
      claimant,
      excerpt,
      words,
      passage: { documentId, start: at, end: at + length },
    });
    first ||= id;
    at += length + 2;
  }
  for (const statement of DANGEROUS) await run({ type: 'record-allegation', statement, passage: null });
  await rate(page, run, first);
  await stet.close();
}

function runIn(page: Page): Run {
  return (command) =>
    page.evaluate(async (given) => {
      const { stet } = window as unknown as {
        stet: { run: (input: object) => Promise<{ ok: boolean; value?: { created: Created[] } }> };
      };
      const done = await stet.run(given);
      if (!done.ok || !done.value) throw new Error(`${JSON.stringify(given)}: ${JSON.stringify(done)}`);
      return done.value.created;
    }, command);
}

interface Given {
  statement: string;
  claimant: string;
  excerpt: string;
  words: string;
  passage: object;
}

/** An allegation with a record that is enough for the standard, and a denial on which it is moved. */
async function recordWith(
  run: Run,
  { statement, claimant, excerpt, words, passage }: Given,
): Promise<string> {
  const allegationId = idOf(
    await run({ type: 'record-allegation', statement, claimant, passage, touches: [`${claimant} 2`] }),
    'allegations',
  );
  await run({
    type: 'add-evidence',
    allegationId,
    source: { name: `${claimant}: 7`, kind: 'record', party: null },
    stance: 'supports',
    excerpt,
    locator: '§ 3',
    level: 'primary',
    authentication: excerpt,
    origin: { type: 'first-hand' },
    publishedOn: '2019',
    accessedOn: '2026-11-20',
    address: 'https://register.example/41?a=1&b=2',
  });
  await run({
    type: 'move-allegation',
    id: allegationId,
    to: 'denied',
    basis: 'party',
    reason: `${words} ${excerpt}`,
    // The record supports it, so that it is contested is a person's word.
    override: words,
    response: { party: `${claimant} 2`, words, on: '2026-11-21', denies: words, extent: 'part' },
  });
  return allegationId;
}

/** So that there is a ClaimReview, with a word in it that could end a script in a page. */
async function rate(page: Page, run: Run, id: string): Promise<void> {
  await run({
    type: 'change-publishing',
    publisher: { name: 'The Desk', url: 'https://desk.example/', logo: null },
    scale: { worst: 1, best: 3, ratings: [{ id: null, label: RATING, value: 2 }] },
  });
  const ratingId = await page.evaluate(async () => {
    const { stet } = window as unknown as {
      stet: { loadCase: () => Promise<{ overview: { scale: { ratings: { id: string }[] } } }> };
    };
    return (await stet.loadCase()).overview.scale.ratings[0]?.id;
  });
  await run({
    type: 'rate-allegation',
    id,
    rating: {
      ratingId,
      url: 'https://desk.example/bridges',
      claimReviewed: SCRIPTS.hebrew.statement.slice(0, 60),
      publishedOn: '2026-11-22',
      claimantType: null,
      firstAppearance: null,
      appearances: [],
    },
  });
}
