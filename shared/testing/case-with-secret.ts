import { caseWithAllegation, evidenceOn, newest, recordOn } from './case-with.ts';
import { exhibitWith, queryOn } from './case-with-everything.ts';

/** For tests only: what must be found nowhere; each of its own, so that a failure says what came out. */
export const SECRET = {
  party: 'Zwetschkenhof',
  interests: 'quarrels-over-the-orchard',
  title: 'payslip-of-the-miller',
  fileName: 'IMG-4711-millers-phone.jpg',
  notes: 'handed-over-at-the-chapel',
  mediaType: 'image/x-secret',
  address: 'https://drop.example/secret-original',
  archivedAddress: 'https://archive.example/secret-copy',
  evidenceAddress: 'https://drop.example/secret-evidence',
  authentication: 'compared-with-the-signature-on-the-lease',
  sha256: 'fade'.repeat(16),
  captured: '1987-06-05',
} as const;

/** A case that rests on a confidential source, whose exhibit a source that may be named was shown, too. */
export function secretCase() {
  const bench = caseWithAllegation();
  const { allegationId, kase } = bench;
  const { title, fileName, notes, mediaType, address, archivedAddress, sha256, captured } = SECRET;
  bench.run(
    exhibitWith({
      title,
      fileName,
      notes,
      mediaType,
      address,
      archivedAddress,
      sha256,
      capturedOn: captured,
    }),
  );
  const exhibitId = newest(kase, 'exhibits').id;
  const { party, interests } = SECRET;
  bench.run(
    recordOn(allegationId, {
      source: {
        name: 'a person who works at the mill',
        kind: 'person',
        party,
        interests,
        confidential: true,
        reliability: 'B',
      },
      exhibitId,
      excerpt: 'Nobody was paid that week.',
      locator: 'line 9',
      authentication: SECRET.authentication,
      address: SECRET.evidenceAddress,
    }),
  );
  const sourceId = newest(kase, 'sources').id;
  const commitment = 'beef'.repeat(16);
  bench.run({ type: 'keep-identity', id: sourceId, commitment });
  bench.run(evidenceOn(allegationId, { exhibitId, address: SECRET.address }));
  const move = { type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'The pay.' } as const;
  bench.run({ ...move });
  return { ...bench, exhibitId, sourceId, commitment };
}

/** A document that was made of the file of the secret case; only the quoted words of it may be found. */
export const SECRET_DOCUMENT = {
  title: 'diary-of-the-bookkeeper',
  fileName: 'scan-of-the-diary.docx',
  before: 'I write under the walnut tree.',
  after: 'Then the lamp goes out.',
} as const;
export const QUOTED = 'Nobody was paid in May.';
const TEXT = `${SECRET_DOCUMENT.before} ${QUOTED} ${SECRET_DOCUMENT.after}`;

/** The secret case with that document, on whose words there are an allegation and a query that was decided. */
export function caseWithSecretDocument() {
  const secret = secretCase();
  const { run, kase, exhibitId } = secret;
  const { title, fileName, before } = SECRET_DOCUMENT;
  run({ type: 'add-document', title, text: TEXT, format: 'docx', fileName, original: { id: exhibitId } });
  const { id: documentId, sha256 } = newest(kase, 'documents');
  const start = before.length + 1;
  const span = { documentId, start, end: start + QUOTED.length };
  run({ type: 'record-allegation', statement: 'There was no pay in May.', passage: span });
  const otherId = newest(kase, 'allegations').id;
  run(queryOn(documentId, { span, allegationId: otherId }));
  const query = { type: 'decide-query', decision: 'stet', wording: null, decidedBy: 'The editor' } as const;
  run({ ...query, id: newest(kase, 'queries').id, reason: 'As it was said.' });
  const secrets = { ...SECRET_DOCUMENT, sha256, addedAt: newest(kase, 'documents').addedAt };
  return { ...secret, documentId, text: TEXT, secrets };
}

/** The names of the secrets of such a case that stand in a text as they were written. */
export function secretsIn(
  text: string,
  {
    commitment,
    sourceId,
    exhibitId,
  }: Pick<ReturnType<typeof secretCase>, 'commitment' | 'sourceId' | 'exhibitId'>,
): string[] {
  return Object.entries({ ...SECRET, commitment, sourceId, exhibitId })
    .filter(([, secret]) =>
      new RegExp(`\\b${secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`, 'i').test(text),
    )
    .map(([what]) => what);
}
