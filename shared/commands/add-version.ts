import { children, type Case } from '../case/case.ts';
import type { Query } from '../case/dealings.ts';
import type { Document } from '../case/document.ts';
import { idSchema } from '../case/ids.ts';
import type { Mark, Passage } from '../case/records.ts';
import { isSuperseded, versionsOf } from '../case/versions.ts';
import type { Change } from '../events/event.ts';
import { selectorsFor } from '../text/anchor.ts';
import { standingIn } from '../text/in-place.ts';
import { reanchor, type Anchored } from '../text/reanchor.ts';
import { documentChanges, givenDocument, objectionToDocument } from './add-document.ts';
import { command, edited, record, refuse } from './command.ts';

/**
 * Takes in a new version of a document. The one before stays as it is; what was anchored in it is looked for in the new
 * text, and goes along only where its very words are found beyond doubt.
 */
export const addVersion = command({
  type: 'add-version',
  input: givenDocument.extend({ previousId: idSchema }),
  decide(kase, { previousId, ...given }, context) {
    const previous = kase.records.documents.get(previousId);
    if (!previous || previous.removed) return refuse({ code: 'not-found', kind: 'documents' });
    if (isSuperseded(kase, previousId)) return refuse({ code: 'superseded' });
    const objection = objectionToDocument(kase, given);
    if (objection) return refuse(objection);
    if (given.text === previous.text) return refuse({ code: 'nothing-changed' });
    const titled = { ...given, title: given.title ?? previous.title };
    const changes = documentChanges(kase, titled, previousId, context);
    const document = changes.at(-1)?.after as Document;
    return record('version-added', [...changes, ...anchoredAnew(kase, document)]);
  },
});

const ANCHORED = ['passages', 'queries', 'marks'] as const;

/** What becomes of everything that is anchored in the versions before, also of what is in the trash and may come back. */
function anchoredAnew(kase: Case, document: Document): Change[] {
  const ids = versionsOf(kase, document.previousId ?? '').map(({ id }) => id);
  const anchors = ANCHORED.flatMap((kind) =>
    ids.flatMap((id) => children(kase, [kind, 'documentId'], id).map((each) => ({ kind, each }))),
  );
  const found = reanchor(
    document.text,
    anchors.map(({ each }) => each.selector),
    anchors.map(({ each }) => kase.records.documents.get(each.documentId)?.text ?? null),
  );
  const stands = new Map<string, ReturnType<typeof standingIn>>();
  const isInPlace = ({ documentId, selector }: Passage | Query | Mark, { span }: Anchored): boolean => {
    const before = kase.records.documents.get(documentId)?.text;
    if (span === null || before === undefined) return false;
    const known = stands.get(documentId) ?? standingIn(before, document.text);
    stands.set(documentId, known);
    return known(selector[1], span);
  };
  return anchors.flatMap(({ kind, each }, index) => {
    const anchored = found[index];
    if (!anchored) return [];
    // What only was pushed along by other paragraphs has not moved.
    const fit = anchored.fit === 'moved' && isInPlace(each, anchored) ? 'exact' : anchored.fit;
    const change = edited(kind, each, after(kind, { ...anchored, fit }, document));
    return change ? [change] : [];
  });
}

/**
 * A passage or query whose place is not certain says so and stays where it was. A mark says nothing: words that are not
 * there any more are to be read again.
 */
function after(kind: (typeof ANCHORED)[number], { fit, span }: Anchored, { id, sha256, text }: Document) {
  const doubt = fit === 'exact' ? null : fit;
  const selector = span && selectorsFor(text, span.start, span.end);
  const place = selector ? { documentId: id, documentSha256: sha256, selector } : {};
  return kind === 'marks' ? place : { ...place, doubt };
}
