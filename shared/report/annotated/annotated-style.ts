/**
 * What an annotated document has beyond the style of a report: the text in a column, the notes beside the block they
 * are on, on wide screens and on paper; below it where there is no room. A state is never colour alone: each has a line
 * of its own under the words, and its glyph in the label. Browsers fix the side of a list's text by the list, so items say
 * again that text begins where its own direction does.
 */
export const ANNOTATED_STYLE = `
main { max-inline-size: 66rem; }
header, .key, #meanings, #about { max-inline-size: 46rem; }
.key { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; color: var(--soft); font-size: 9pt; }
.sign-of { white-space: nowrap; }
.sign { font-weight: 600; color: var(--ink); }
ul.rows, ul.notes { margin: 0; padding: 0; list-style: none; }
.row { margin-block-end: 0.9rem; }
.words { margin: 0; font: 11pt/1.65 var(--serif); white-space: pre-wrap; overflow-wrap: anywhere; }
h3.words { font-size: 15pt; line-height: 1.35; font-weight: 600; }
h4.words { font-size: 12.5pt; line-height: 1.4; font-weight: 600; }
h5.words, h6.words { font-weight: 600; }
h4, h5, h6 { margin: 0; break-after: avoid; break-inside: avoid; }
.item { padding-inline-start: 1rem; }
.item.level-2 { padding-inline-start: 2rem; } .item.level-3 { padding-inline-start: 3rem; }
.item.level-4, .item.level-5, .item.level-6 { padding-inline-start: 4rem; }
blockquote.words { padding-inline-start: 1rem; }
.kind-caption, .kind-note { font-size: 9.5pt; }
.kind-boilerplate { color: var(--soft); font-size: 9.5pt; }
.page { font: 8pt/1 var(--sans); color: var(--soft); border: 1px solid var(--line); border-radius: 3px; padding: 0 0.3em; }
.text td, .text caption { font-family: var(--serif); white-space: pre-wrap; }
.text caption { color: var(--soft); font: 8.5pt/1.4 var(--sans); }
mark { padding-block: 0.05em; border-block-end: 1.5px solid var(--line); background: none; }
mark.unverified { background: var(--unverified-paper); border-block-end: 2px dotted var(--unverified); }
mark.corroborated { background: var(--corroborated-paper); border-block-end: 2px solid var(--corroborated); }
mark.denied { background: var(--denied-paper); border-block-end: 2px dashed var(--denied); }
mark.several { border-block-end-style: double; border-block-end-width: 4px; }
mark.query { text-decoration: underline wavy var(--accent) 1px; text-underline-offset: 0.25em; }
span.opinion, span.nothing { border-block-end: 1px dotted var(--soft); }
sup { font: 600 8pt/0 var(--sans); vertical-align: 0.5em; white-space: nowrap; }
sup.no { margin-inline-start: 0.15em; }
sup.no a { padding: 0.1em; }
sup.mark-sign { color: var(--soft); font-weight: 400; margin-inline-start: 0.1em; }
ul.rows > li, ul.notes > li { margin: 0; text-align: start; }
.note { margin-block-end: 0.5rem; padding: 0.05rem 0 0.05rem 0; padding-inline-start: 0.6rem; border-inline-start: 3px solid var(--line); font-size: 8.5pt; line-height: 1.4; }
.note.unverified { border-inline-start: 3px dotted var(--unverified); }
.note.corroborated { border-inline-start: 3px solid var(--corroborated); }
.note.denied { border-inline-start: 3px dashed var(--denied); }
.note.query { border-inline-start: 3px double var(--accent); }
.note p { margin-block-end: 0.15rem; orphans: 2; widows: 2; }
.note .told { margin-block-end: 0.2rem; white-space: pre-line; }
.note .said { font-size: 9.5pt; line-height: 1.4; }
.note .small { font-size: 8pt; }
.note .marks { line-height: 1.6; }
.note .state { font-size: 8pt; }
.note .badge { font-size: 8pt; }
.note ul.flags { margin-block: 0.2rem; padding: 0.2rem 0.5rem; font-size: 8pt; }
.note .run { float: inline-start; margin: 0; margin-inline-end: 0.4em; color: var(--soft); }
.note .marks .sign { font-size: 10pt; }
.note .marks .ref { color: var(--soft); font-weight: 600; }
.note .back { display: inline-block; min-inline-size: 24px; min-block-size: 24px; text-align: center; line-height: 24px; }
.note .doubt { font-weight: 600; }
.asked > p, .decided > p { margin-block-end: 0.2rem; }
@media screen and (min-width: 60rem) {
  .row { display: grid; grid-template-columns: minmax(0, 54fr) minmax(0, 42fr); column-gap: 3rem; align-items: start; }
}
@media not all and (min-width: 60rem) {
  ul.notes { margin-block-start: 0.5rem; margin-inline-start: 1rem; }
}
@media print {
  header, .key, #meanings, #about { max-inline-size: none; }
  ul.notes { margin-block-start: 2mm; margin-inline-start: 6mm; columns: 2; column-gap: 6mm; }
  .note { break-inside: avoid; }
  .row { margin-block-end: 4mm; }
  .words { font-size: 10.5pt; line-height: 1.55; }
  .note .back { display: none; }
  .note { font-size: 8pt; }
}
`;
