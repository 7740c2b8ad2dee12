import { strToU8, zipSync } from 'fflate';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { expect, openSample, test, type Stet } from './app.ts';

/** What is asked of the app here, as its own window asks it. */
interface Asked {
  importDocuments(input: { previousId: null }): Promise<{
    ok: boolean;
    value?: { ids: string[] };
    error?: { problem?: { code: string } };
  }>;
  document(input: { id: string }): Promise<{ document: { text: string } } | null>;
}

/** Adds a file, and answers the text of the document it became, or the code of why it did not. */
async function added(stet: Stet, page: Page, file: string): Promise<string> {
  await stet.answerDialogs({ open: [file] });
  return page.evaluate(async () => {
    const { stet: app } = window as unknown as { stet: Asked };
    const answer = await app.importDocuments({ previousId: null });
    const [id] = answer.value?.ids ?? [];
    if (id === undefined) return answer.error?.problem?.code ?? JSON.stringify(answer);
    const view = await app.document({ id });
    if (!view) throw new Error('the document is not there');
    return view.document.text;
  });
}

const windowsOf = (stet: Stet): Promise<number> =>
  stet.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

const WORDS = 'The harbour office wrote that the crane had not been inspected since the spring. '
  .repeat(6)
  .trim();

/** A Ukrainian text in windows-1251. */
const CP1251 =
  '0uXq8fIg7+7is+Tu7Ovl7e3/LCD57iDt4O/o8eDt5SDiIOru5PPi4O3tsywg/+rlIO3lILog8ujsLCDzIP/q7uzzIOfh5fCz4+D+8vwg8uXq8fLoIPH87uPu5O2zLiDQ5fft6Oog8/D/5PMg5O7k4OIsIPnuIOPw7uzg5P/t4Owg8ODk//L8IO3lIL/14PLoIPLz5Ogu';

const docx = (xml: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${xml}</w:body></w:document>`,
    ),
  });

async function pdf(pages: number): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number++) {
    const page = made.addPage();
    for (let line = 0; line < 40; line++)
      page.drawText(`Page ${number}, line ${line}: ${WORDS.slice(0, 60)}`, {
        x: 50,
        y: 780 - line * 15,
        size: 11,
        font,
      });
  }
  return made.save();
}

test('files of every kind become documents, in a window that is gone afterwards', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  const boundary = '----edge----';
  const files: [name: string, content: string | Uint8Array, text: string | RegExp][] = [
    ['windows-1251.txt', Buffer.from(CP1251, 'base64'), /^Текст повідомлення, що .* їхати туди\.$/u],
    [
      'page.html',
      `<html lang=en><title>T</title><nav>Home</nav><article><h1>News</h1><p>${WORDS}</p></article>`,
      `News\n\n${WORDS}`,
    ],
    [
      'saved.mhtml',
      `From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="${boundary}"\r\n\r\n--${boundary}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=D0=A1=D0=BB=\r\n=D0=BE=D0=B2=D0=BE</p>\r\n--${boundary}--\r\n`,
      'Слово',
    ],
    ['word.docx', docx('<w:p><w:r><w:t>Written.</w:t></w:r></w:p>'), 'Written.'],
    ['two pages.pdf', await pdf(2), /^Page 1, line 0: .*Page 2, line 39: /su],
    ['no document.docx', docx('<w:p><w:r></w:p>'), 'damaged-document'],
    ['picture.docx', docx('<w:p/>'), 'no-text-in-it'],
    ['table.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'not-a-document'],
    ['bomb.docx', docx(' '.repeat(100_000_000)), 'expands-too-much'],
    ['broken.pdf', '%PDF-1.7 and nothing else', 'damaged-document'],
    ['binary.txt', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), 'not-text'],
  ];
  for (const [name, content, text] of files) {
    fs.writeFileSync(stet.file(name), content);
    const answer = await added(stet, page, stet.file(name));
    if (typeof text === 'string') expect(answer, name).toBe(text);
    else expect(answer, name).toMatch(text);
  }
  expect(await windowsOf(stet)).toBe(1);
});

test('a page that would do something does nothing', async ({ stet }) => {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = await stet.start();
  await openSample(page);
  const hostile = `<html><head><meta http-equiv=refresh content="0;url=${at}/refresh"><base href="${at}/">
    <link rel=stylesheet href="${at}/style"><style>@import "${at}/import"; p { background: url(${at}/background) }</style></head>
    <body onload="fetch('${at}/load')"><script src="${at}/script"></script><script>fetch('${at}/inline')</script>
    <img src="${at}/image" onerror="fetch('${at}/error')"><noscript><img src="${at}/noscript"></noscript>
    <iframe src="${at}/frame"></iframe><object data="${at}/object"></object><video src="${at}/video" poster="${at}/poster"></video>
    <form action="${at}/form"><input autofocus onfocus="fetch('${at}/focus')"></form><svg><image href="${at}/svg"/></svg>
    ${'<div>'.repeat(2000)}<p>${WORDS}</p></body></html>`;
  fs.writeFileSync(stet.file('hostile.html'), hostile);
  expect(await added(stet, page, stet.file('hostile.html'))).toBe(WORDS);
  server.close();
  expect(asked).toEqual([]);
});

test('every Word document and PDF among the fixtures is read or refused with its reason', async ({
  stet,
}) => {
  const fixtures = path.resolve(import.meta.dirname, '../../shared/fixtures');
  test.skip(!fs.existsSync(fixtures), '../shared/fixtures is absent');
  test.setTimeout(240_000);
  const page = await stet.start();
  await openSample(page);
  const names = fs
    .readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:docx|pdf)$/u.test(name));
  const refused: Record<string, string[]> = {};
  for (const name of names) {
    const answer = await added(stet, page, path.join(fixtures, name));
    if (/^[a-z]+(?:-[a-z]+)+$/u.test(answer)) (refused[answer] ??= []).push(path.basename(name));
  }
  expect(names).toHaveLength(94);
  expect(refused['no-text-in-it']).toHaveLength(26);
  expect({ ...refused, 'no-text-in-it': null }).toEqual({
    'no-text-in-it': null,
    'password-needed': ['libreoffice-writer-password.pdf'],
    'damaged-document': ['unreadablemetadata.pdf'],
  });
  expect(await windowsOf(stet)).toBe(1);
});

test('a PDF of a thousand pages is read, and a reader that dies is told', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  const file = stet.file('thousand.pdf');
  fs.writeFileSync(file, await pdf(1000));
  const dying = added(stet, page, file);
  await stet.electron.evaluate(async ({ BrowserWindow }) => {
    for (let windows = 1; windows < 2; windows = BrowserWindow.getAllWindows().length)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const hidden = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
    hidden?.webContents.forcefullyCrashRenderer();
  });
  expect(await dying).toBe('reader-crashed');
  expect(await windowsOf(stet)).toBe(1);
  expect(await added(stet, page, file)).toMatch(/^Page 1, .*Page 1000, line 39: /su);
});
