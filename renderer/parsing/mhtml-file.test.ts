import { describe, expect, it } from 'vitest';
import { mhtmlFile } from './mhtml-file.ts';
import { encoded } from './testing/encode.ts';

const ascii = (text: string): Uint8Array =>
  Uint8Array.from(text.replaceAll('\n', '\r\n'), (sign) => sign.charCodeAt(0));

function quotedPrintable(bytes: Uint8Array): string {
  const signs = Array.from(bytes, (byte) =>
    byte === 61 || byte > 126
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  const lines: string[] = [];
  for (let at = 0; at < signs.length; at += 20) lines.push(signs.slice(at, at + 20).join(''));
  return lines.join('=\n');
}

const WORDS = 'Речник уряду додав, що громадянам радять не їхати в зону бойових дій. Це було вранці.';
const PAGE = `<html><head><title>Новини</title></head><body><p>${WORDS}</p></body></html>`;

const saved = (
  parts: string,
  type = 'multipart/related; type="text/html"; boundary="--b--Edge--"',
): Uint8Array =>
  ascii(`From: <Saved by Blink>
Subject: =?utf-8?Q?=D0=A2=D0=B5=D0=BC=D0=B0?=
MIME-Version: 1.0
Content-Type: ${type}


${parts}`);

const part = (headers: string, body: string): string => `----b--Edge--\n${headers}\n\n${body}\n`;
const END = '----b--Edge----\n';

describe('the text of a page saved with its parts', () => {
  it('is that of the page alone, in the charset of its part', async () => {
    const html = part(
      'Content-Type: text/html; charset="windows-1251"\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://example.org/',
      quotedPrintable(encoded(PAGE, 'windows-1251')),
    );
    const advert = part('Content-Type: text/html\nContent-ID: <frame-2@mhtml.blink>', '<p>Buy now</p>');
    const style = part('Content-Type: text/css', 'p { color: red }');
    expect(await mhtmlFile(saved(html + advert + style + END))).toMatchObject({
      ok: true,
      value: {
        format: 'mhtml',
        text: WORDS,
        encoding: 'windows-1251',
        title: 'Новини',
        blocks: [],
        extractor: { name: 'stet-page + postal-mime + readability' },
      },
    });
  });

  it('is declared by the page where its part says nothing, and base64 is undone', async () => {
    const page = encoded(`<meta charset=koi8-u>${PAGE}`, 'koi8-u');
    const html = part(
      'Content-Type: text/html\nContent-Transfer-Encoding: base64',
      btoa(String.fromCharCode(...page)),
    );
    expect(await mhtmlFile(saved(html + END))).toMatchObject({
      ok: true,
      value: { text: WORDS, encoding: 'koi8-u' },
    });
  });

  it('is that of the part that the message begins with', async () => {
    const type = 'multipart/related; boundary="--b--Edge--"; start="<root@x>"';
    const parts =
      part('Content-Type: text/html\nContent-ID: <frame@x>', '<p>Frame</p>') +
      part('Content-Type: text/html\nContent-ID: <root@x>', '<p>Root</p>');
    expect(await mhtmlFile(saved(parts + END, type))).toMatchObject({ ok: true, value: { text: 'Root' } });
  });

  it('is found in a part of a part, and called by the subject where the page has no title', async () => {
    const inner = `Content-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain\n\nplain\n--inner\nContent-Type: text/html\n\n<p>rich</p>\n--inner--`;
    const parsed = await mhtmlFile(saved(`----b--Edge--\n${inner}\n${END}`));
    expect(parsed).toMatchObject({ ok: true, value: { text: 'rich', title: 'Тема' } });
  });

  it('is that of a message that is one page', async () => {
    expect(await mhtmlFile(saved('<p>Alone</p>', 'text/html; charset=utf-8'))).toMatchObject({
      ok: true,
      value: { text: 'Alone', encoding: 'utf-8' },
    });
  });

  it('is read as far as it goes when the end is missing', async () => {
    expect(await mhtmlFile(saved(part('Content-Type: text/html', '<p>Cut off')))).toMatchObject({
      ok: true,
      value: { text: 'Cut off' },
    });
  });

  it.each([
    ['without a page', saved(part('Content-Type: text/plain', 'x') + END)],
    ['without parts', saved('')],
    ['without headers', ascii('nothing')],
    [
      'of parts in parts without end',
      saved(part('Content-Type: multipart/related; boundary="--b--Edge--"', '').repeat(50)),
    ],
  ])('is refused %s', async (_what, bytes) => {
    expect(await mhtmlFile(bytes)).toEqual({ ok: false, error: { code: 'damaged-document' } });
  });
});
