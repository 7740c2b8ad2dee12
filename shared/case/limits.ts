/** Limits on what a case may hold, in UTF-16 units or counts. Generous for people, a wall for hostile files. */
export const LIMITS = {
  title: 300,
  statement: 2_000,
  name: 300,
  line: 1_000,
  note: 50_000,
  tag: 60,
  tags: 50,
  attempts: 200,
  touched: 100,
  ratings: 30,
  appearances: 30,
  /** References that a report can be made of. */
  chosen: 1_000_000,
  /** Of a logo as base64: 150 kB as bytes. */
  logoBase64: 200_000,
  documentText: 20_000_000,
  blocks: 500_000,
  pages: 50_000,
  exhibitBytes: 4_000_000_000,
  reportBytes: 250_000_000,
  caseFileBytes: 1_000_000_000,
  nesting: 64,
} as const;
