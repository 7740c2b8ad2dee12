/** The colours of a report on white paper, the same in every form that has any. */
export const REPORT_COLOURS = {
  panel: '#f6f4ef',
  ink: '#1d1c1a',
  soft: '#5c5953',
  line: '#dcd8cf',
  accent: '#1f4f8f',
  unverified: '#855600',
  unverifiedPaper: '#fdf1d7',
  corroborated: '#0b6b5d',
  corroboratedPaper: '#d9f0ea',
  denied: '#6a3aa3',
  deniedPaper: '#ebe2f7',
} as const;

/**
 * How a report looks: a well-set proof. Serif for what was said, sans for what the tool says, colour for states only.
 * Only logical properties, so that it can be set from right to left. Paper is always light; a screen follows the
 * reader's choice. Nothing in it is loaded from anywhere: the fonts are those of the machine. Letters of Arabic are joined,
 * so nothing is put between them.
 */
export const REPORT_STYLE = `
:root {
  color-scheme: light;
  --paper: #fff; --panel: ${REPORT_COLOURS.panel}; --ink: ${REPORT_COLOURS.ink}; --soft: ${REPORT_COLOURS.soft}; --line: ${REPORT_COLOURS.line}; --accent: ${REPORT_COLOURS.accent};
  --unverified: ${REPORT_COLOURS.unverified}; --unverified-paper: ${REPORT_COLOURS.unverifiedPaper};
  --corroborated: ${REPORT_COLOURS.corroborated}; --corroborated-paper: ${REPORT_COLOURS.corroboratedPaper};
  --denied: ${REPORT_COLOURS.denied}; --denied-paper: ${REPORT_COLOURS.deniedPaper};
  --sans: system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', 'Noto Sans Arabic', 'Geeza Pro', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
  --serif: Charter, 'Bitstream Charter', 'Source Serif 4', Cambria, 'Noto Serif', 'Liberation Serif', 'Noto Naskh Arabic', 'Geeza Pro', 'Noto Serif CJK SC', 'Songti SC', SimSun, serif;
}
:lang(ar) {
  --sans: 'Segoe UI', 'Noto Sans Arabic', 'Geeza Pro', 'Noto Sans', system-ui, sans-serif;
  --serif: 'Sakkal Majalla', 'Noto Naskh Arabic', 'Geeza Pro', 'Noto Serif', 'Liberation Serif', serif;
}
@media screen {
  :root { --paper: #fbfaf7; --panel: #f3f1ec; }
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #1b1a18; --panel: #252320; --ink: #ece8e0; --soft: #b8b2a6; --line: #45413a; --accent: #93bbf2;
    --unverified: #f2c46f; --unverified-paper: #3b2d10;
    --corroborated: #7fd6c2; --corroborated-paper: #10382f;
    --denied: #cbaaf0; --denied-paper: #372550;
  }
}
@page { size: A4; margin: 18mm 18mm 20mm; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 10pt/1.45 var(--sans); }
body { margin: 0; overflow-wrap: break-word; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 3rem 1.5rem 4rem; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1, h2, h3 { break-after: avoid; break-inside: avoid; text-wrap: balance; }
h1 { margin: 0.2rem 0 1rem; font: 600 24pt/1.2 var(--serif); }
h2 { margin: 2.6rem 0 0.7rem; padding-block-end: 0.3rem; border-block-end: 1px solid var(--ink); font: 600 13pt/1.3 var(--sans); }
h3 { margin: 0 0 0.5rem; font: 600 12.5pt/1.4 var(--serif); }
h3 .ref { margin-inline-end: 0.4em; font: 600 10pt/1.4 var(--sans); color: var(--soft); white-space: nowrap; }
p { margin: 0 0 0.6rem; orphans: 3; widows: 3; }
.kicker { margin: 0; color: var(--soft); font-size: 9pt; letter-spacing: 0.08em; text-transform: uppercase; }
[dir='rtl'] .kicker { letter-spacing: normal; }
.logo { display: block; max-inline-size: 12rem; max-block-size: 4rem; margin-block-end: 1.2rem; }
.label { margin: 0.9rem 0 0.25rem; font-weight: 600; break-after: avoid; }
.said, blockquote { font-family: var(--serif); }
.told { white-space: pre-line; overflow-wrap: anywhere; margin: 0; }
.small { color: var(--soft); font-weight: 400; font-size: 8.5pt; }
.line { display: block; }
.date { white-space: nowrap; }
.address, .hash, code { overflow-wrap: anywhere; }
.hash, code { font: 8.5pt/1.4 ui-monospace, 'Cascadia Mono', Menlo, 'Liberation Mono', monospace; }
dl { margin: 0 0 0.8rem; }
dl > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1rem; padding-block: 0.16rem; break-inside: avoid; }
dt { color: var(--soft); }
dd { margin: 0; min-inline-size: 0; }
ul { margin: 0 0 0.8rem; padding-inline-start: 1.2rem; }
li { margin-block-end: 0.2rem; orphans: 3; widows: 3; }
ul.plain, ul.contents, ul.meanings, ul.flags { padding: 0; list-style: none; }
ul.contents { columns: 2; column-gap: 2rem; }
ul.contents a { display: inline-block; min-height: 24px; line-height: 24px; }
ul.meanings li { margin-block-end: 0.5rem; }
ul.flags { padding: 0.5rem 0.8rem; border-inline-start: 3px solid var(--ink); background: var(--panel); break-inside: avoid; }
.figures { display: flex; flex-wrap: wrap; gap: 0.8rem; }
.figures .figure { display: block; flex: 1 1 9rem; padding: 0.7rem 0.9rem; border: 1px solid var(--line); border-radius: 8px; break-inside: avoid; }
.figures dd { font: 600 22pt/1.2 var(--serif); }
.state { display: inline-block; padding: 0.05em 0.55em; border-radius: 1em; font-weight: 600; font-size: 9pt; }
.state.unverified { color: var(--unverified); background: var(--unverified-paper); }
.state.corroborated { color: var(--corroborated); background: var(--corroborated-paper); }
.state.denied { color: var(--denied); background: var(--denied-paper); }
.badge { display: inline-block; padding: 0 0.5em; border: 1px solid var(--line); border-radius: 1em; font-size: 9pt; }
.allegation { margin-block: 0 2rem; padding-block-start: 1.1rem; }
.allegation + .allegation { border-block-start: 1px solid var(--line); }
.marks { margin: 0 0 0.3rem; line-height: 1.9; break-after: avoid; }
.attribution { color: var(--soft); }
.passage { margin: 0.8rem 0 1rem; break-inside: avoid; }
blockquote { margin: 0 0 0.3rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); font-size: 11.5pt; line-height: 1.6; }
blockquote .context { color: var(--soft); }
mark { background: var(--panel); color: inherit; padding-block: 0.1em; }
.unverified mark { background: var(--unverified-paper); }
.corroborated mark { background: var(--corroborated-paper); }
.denied mark { background: var(--denied-paper); }
.passage .where { margin: 0; padding-inline-start: 1rem; color: var(--soft); font-size: 8.5pt; }
.finding { margin: 0.8rem 0; padding: 0.6rem 0.9rem; border-radius: 8px; background: var(--panel); break-inside: avoid; }
.finding dl { margin: 0; }
table { inline-size: 100%; margin: 0.9rem 0 1.1rem; border-collapse: collapse; table-layout: fixed; font-size: 9pt; line-height: 1.4; }
caption { padding-block-end: 0.3rem; text-align: start; font-weight: 600; font-size: 10pt; break-after: avoid; }
th, td { padding-block: 0.35rem; padding-inline: 0 0.6rem; border-block-start: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead { break-inside: avoid; break-after: avoid; }
thead th { border-block-start: 1px solid var(--ink); color: var(--soft); font-weight: 600; }
tbody th { font-weight: 600; }
tr { break-inside: avoid; }
tbody tr:first-child { break-before: avoid; }
td ul { margin: 0; }
table .said { font-size: 10pt; }
table a.ref { white-space: nowrap; }
.glance th:nth-child(1) { inline-size: 14%; } .glance th:nth-child(3) { inline-size: 24%; } .glance th:nth-child(4) { inline-size: 14%; }
.evidence th:nth-child(1) { inline-size: 6%; } .evidence th:nth-child(2) { inline-size: 12%; } .evidence th:nth-child(3) { inline-size: 18%; }
.evidence th:nth-child(5) { inline-size: 17%; } .evidence th:nth-child(6) { inline-size: 16%; }
.responses th:nth-child(1) { inline-size: 16%; } .responses th:nth-child(2) { inline-size: 17%; } .responses th:nth-child(4) { inline-size: 22%; }
.responses th:nth-child(5) { inline-size: 12%; } .responses th:nth-child(6) { inline-size: 12%; }
.reviews th:nth-child(1) { inline-size: 25%; } .reviews th:nth-child(2) { inline-size: 20%; } .reviews th:nth-child(4) { inline-size: 17%; }
.earlier th:nth-child(1) { inline-size: 20%; } .earlier th:nth-child(2) { inline-size: 22%; }
.overrides th:nth-child(1) { inline-size: 14%; } .overrides th:nth-child(2) { inline-size: 20%; } .overrides th:nth-child(4) { inline-size: 20%; }
.open th:nth-child(1) { inline-size: 14%; } .open th:nth-child(2) { inline-size: 15%; } .open th:nth-child(4) { inline-size: 29%; }
.queries th:nth-child(1) { inline-size: 7%; } .queries th:nth-child(2) { inline-size: 27%; } .queries th:nth-child(3) { inline-size: 33%; }
.corrections th:nth-child(1) { inline-size: 14%; } .corrections th:nth-child(2) { inline-size: 18%; } .corrections th:nth-child(5) { inline-size: 16%; }
.since th:nth-child(1) { inline-size: 14%; } .since th:nth-child(3) { inline-size: 42%; }
.parties th:nth-child(1) { inline-size: 20%; } .parties th:nth-child(3) { inline-size: 20%; }
.sources th:nth-child(1) { inline-size: 22%; } .sources th:nth-child(2) { inline-size: 26%; }
.exhibits th:nth-child(1) { inline-size: 20%; } .exhibits th:nth-child(3) { inline-size: 21%; } .exhibits th:nth-child(4) { inline-size: 25%; } .exhibits th:nth-child(5) { inline-size: 13%; }
.documents th:nth-child(2) { inline-size: 18%; } .documents th:nth-child(3) { inline-size: 15%; } .documents th:nth-child(4) { inline-size: 36%; }
@media (max-width: 40rem) {
  main { padding-inline: 1rem; }
  dl > div { grid-template-columns: 1fr; }
  ul.contents { columns: 1; }
  table { min-inline-size: 43rem; }
}
@media print {
  main { max-inline-size: none; padding: 0; }
  html, .state, .finding, ul.flags, mark { print-color-adjust: exact; }
}
`;
