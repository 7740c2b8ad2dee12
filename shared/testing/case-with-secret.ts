import { caseWithAllegation, evidenceOn, newest, recordOn } from './case-with.ts';
import { exhibitWith } from './case-with-everything.ts';

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
