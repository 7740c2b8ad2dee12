import { markup, rendered } from '../../shared/report/html.ts';

/** What the window that reads a file may ask for, and where it answers; its session serves nothing else. */
const HOST = 'stet://parsing/';
export const PAGE = `${HOST}page`;
export const FILE = `${HOST}file`;
export const ANSWERS = {
  result: `${HOST}result`,
  problem: `${HOST}problem`,
  progress: `${HOST}progress`,
} as const;
/** Stet's own script (renderer/parsing/). */
export const SCRIPT = `${HOST}script/parse-file.js`;
/** The character maps and fonts of PDF.js, of which there is one copy, for the window of an exhibit (scripts/build.mjs). */
export const PDF_PARTS = `${HOST}pdf/`;

/** No script but Stet's own, nothing from anywhere but this one file, and nothing to be shown. */
export const POLICY = `default-src 'none'; script-src ${SCRIPT}; connect-src ${HOST}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page in which a file is read: the script, and what it has to know. */
export function parsingPage(fileName: string | null, kind: string): string {
  const name = fileName === null ? null : markup` data-name="${fileName}"`;
  return rendered(markup`<!doctype html>
<meta charset="utf-8">
<div id="input" data-file="${FILE}" data-answer="${HOST}" data-pdf="${PDF_PARTS}" data-kind="${kind}"${name}></div>
<script type="module" src="${SCRIPT}"></script>
`);
}
