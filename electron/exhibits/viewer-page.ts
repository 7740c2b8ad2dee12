import type { Exhibit } from '../../shared/case/evidence.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { markup, rendered, type Html } from '../../shared/report/html.ts';
import { encodingOf } from './media-type.ts';
import { textBlocks } from './text-blocks.ts';

/** So much of a long text is shown, in bytes. */
const LONGEST = 5_000_000;

/** Where the window that shows an exhibit gets its page and the file from; its session serves nothing else. */
export const PAGE = 'stet://exhibit/page';
export const FILE = 'stet://exhibit/file';
/** Stet's own script that draws a PDF, with its fonts and character maps (renderer/exhibit/). */
export const PARTS = 'stet://exhibit/parts/';

/** Whether an exhibit is drawn by Stet's own script, and not by Chromium alone. */
export const isPdf = ({ mediaType }: Exhibit): boolean => mediaType === 'application/pdf';

/** No script, nothing from anywhere but the picture itself. */
const PLAIN_POLICY = `default-src 'none'; img-src ${FILE}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** For a PDF: Stet's own script alone, which reads the file and its own fonts. Pictures in it may be decoded by WebAssembly. */
const PDF_POLICY = `default-src 'none'; script-src ${PARTS} 'wasm-unsafe-eval'; connect-src ${FILE} ${PARTS}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export const policyOf = (exhibit: Exhibit): string => (isPdf(exhibit) ? PDF_POLICY : PLAIN_POLICY);

const STYLE = markup`
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; padding: 20px 24px; background: light-dark(#fbfaf7, #191816); color: light-dark(#1d1c1a, #ebe8e1); }
  h1 { margin: 0 0 12px; font-size: 1.1rem; }
  .lines div { white-space: pre-wrap; overflow-wrap: anywhere; font: 0.9rem/1.6 ui-monospace, monospace; content-visibility: auto; contain-intrinsic-size: auto 100vh; }
  summary, label { cursor: pointer; padding: 6px 2px; }
  summary { font-weight: 600; }
  :focus-visible { outline: 3px solid light-dark(#1f4f8f, #9cc0f2); outline-offset: 2px; }
  img { display: block; max-width: 100%; margin-block: 12px; filter: grayscale(1); }
  .colour:has(input:checked) img { filter: none; }
  figure { position: relative; margin: 0 auto 16px; max-width: 100%; outline: 1px solid light-dark(#c9c4b8, #57534a); background: #fff; }
  figure canvas { display: block; width: 100%; height: 100%; }
  .text { position: absolute; inset: 0; overflow: clip; line-height: 1; text-size-adjust: none; forced-color-adjust: none; transform-origin: 0 0; }
  .text :is(span, br) { position: absolute; color: transparent; white-space: pre; cursor: text; transform-origin: 0 0; }
  .note { padding: 8px 12px; border-inline-start: 4px solid light-dark(#9b2c1f, #f0a196); }
`;

/** The page that shows a text, a picture or a PDF. A picture is folded away and grey until a person asks for it, without a script. */
export function viewerPage(exhibit: Exhibit, bytes: Uint8Array, t: Translate, language: string): string {
  const { number, title, graphic, mediaType } = exhibit;
  const body = isPdf(exhibit)
    ? pdfOf(t)
    : mediaType.startsWith('image/')
      ? pictureOf(title, t)
      : textOf(bytes, t);
  const page = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>E${number} · ${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1 dir="auto">E${number} · ${title}</h1>
${graphic ? note(t('exhibits.viewer.graphic')) : null}
${body}
</main>
</body>
</html>
`;
  return rendered(page);
}

/** A text as it is written, whatever it is: markup is shown as its source. */
function textOf(bytes: Uint8Array, t: Translate): Html {
  const encoding = encodingOf(bytes) ?? 'utf-8';
  const cut = bytes.length > LONGEST;
  // As of a stream that goes on where it is cut, so that a character which is cut through is left out.
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, LONGEST), { stream: cut });
  const { blocks, broken } = textBlocks(text);
  return markup`${cut ? note(t('exhibits.viewer.cut')) : null}
${broken ? note(t('exhibits.viewer.broken')) : null}
<div class="lines" dir="auto">${blocks.map((block) => markup`<div>${block}</div>`)}</div>`;
}

const note = (text: string): Html => markup`<p class="note">${text}</p>`;

function pictureOf(title: string, t: Translate): Html {
  return markup`<details>
<summary>${t('exhibits.viewer.show')}</summary>
<div class="colour">
<label><input type="checkbox"> ${t('exhibits.viewer.colour')}</label>
<img src="${FILE}" alt="${t('exhibits.viewer.picture', { title })}">
</div>
</details>`;
}

/** The script has no words of its own: it finds them here, and puts numbers in. */
function pdfOf(t: Translate): Html {
  const page = t('exhibits.viewer.page', { page: '{page}', pages: '{pages}' });
  return markup`<p id="state" role="status">${t('exhibits.viewer.reading')}</p>
<div id="pages" data-file="${FILE}" data-parts="${PARTS}" data-page="${page}" data-damaged="${t('exhibits.viewer.damaged')}" data-locked="${t('exhibits.viewer.locked')}"></div>
<script type="module" src="${PARTS}show-pdf.js"></script>`;
}
