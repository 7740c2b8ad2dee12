import type { ReactNode } from 'react';
import { DOUBT_GLYPH, GLYPHS, MARK_GLYPHS } from '../../shared/messages/glyphs.ts';
import type { DocumentMark, DocumentPassage, DocumentQuery } from '../../shared/queries/document-view.ts';
import type { Segment } from '../../shared/reading/segments.ts';
import { useT } from '../ui/words.tsx';
import { marksIn, passagesIn, queriesIn, type Marking } from './markings.ts';

interface MarkedSegmentProps {
  segment: Segment<Marking>;
  /** The allegation and the query that stand out. */
  selectedId: string | null;
  queryId: string | null;
}

/**
 * A run of words under the same marks. Labels are shown by the style sheet: what is not in the text must not be in its
 * text content either.
 */
export function MarkedSegment({ segment, selectedId, queryId }: MarkedSegmentProps) {
  if (segment.marks.length === 0) return segment.text;
  return (
    <Alleged segment={segment} selectedId={selectedId}>
      <Noted segment={segment}>
        <Queried segment={segment} queryId={queryId} />
      </Noted>
    </Alleged>
  );
}

interface PartProps {
  segment: Segment<Marking>;
  children: ReactNode;
}

/** Words under the mark of the selected allegation, or else of the innermost. */
function Alleged({ segment, selectedId, children }: PartProps & { selectedId: string | null }) {
  const passages = passagesIn(segment.marks);
  const passage = passages.find(({ allegationId }) => allegationId === selectedId) ?? passages.at(-1);
  if (!passage) return children;
  return (
    <mark
      data-id={passage.allegationId}
      data-state={passage.state}
      data-doubt={passage.doubt ?? undefined}
      data-selected={passage.allegationId === selectedId || undefined}
      data-label={label(passagesIn(segment.ending).map(passageLabel))}
    >
      {children}
    </mark>
  );
}

/** Words that became no allegation, that are worth checking, that are accounted for, or that begin a page. */
function Noted({ segment, children }: PartProps) {
  const marks = marksIn(segment.marks);
  const hint = segment.marks.find((each) => 'hint' in each);
  const page = segment.marks.find((each) => 'page' in each && each.from === segment.from);
  const checked = segment.marks.some((each) => 'checked' in each);
  if (marks.length === 0 && !hint && !checked && !page) return children;
  return (
    <span
      data-mark={marks.at(-1)?.kind}
      data-hint={hint === undefined ? undefined : hint.from === segment.from ? 'first' : 'more'}
      data-checked={checked || undefined}
      data-new-page={page && 'page' in page ? page.page : undefined}
      data-label={label(marksIn(segment.ending).map(markLabel))}
    >
      {children}
    </span>
  );
}

/** Words that queries are about, or that one is being written about. */
function Queried({ segment, queryId }: { segment: Segment<Marking>; queryId: string | null }) {
  const t = useT();
  const queries = queriesIn(segment.marks);
  const asked = segment.marks.some((each) => 'asked' in each);
  if (queries.length === 0 && !asked) return segment.text;
  const shown = queries.find(({ id }) => id === queryId) ?? queries.at(-1);
  const labels = queriesIn(segment.ending).map(({ number, decision }: DocumentQuery) =>
    t(`document.query.mark.${decision ?? 'open'}`, { number }),
  );
  return (
    <span
      data-query={shown?.id}
      data-open={queries.some(({ decision }) => decision === null) || undefined}
      data-shown={(shown !== undefined && shown.id === queryId) || undefined}
      data-asked={asked || undefined}
      data-label={label(labels)}
    >
      {segment.text}
    </span>
  );
}

const label = (parts: readonly string[]): string | undefined =>
  parts.length === 0 ? undefined : parts.join(' ');

const passageLabel = ({ state, ref, doubt }: DocumentPassage): string =>
  `${GLYPHS[state]} ${shortRef(ref)}${doubt === null ? '' : DOUBT_GLYPH}`;

const markLabel = ({ kind }: DocumentMark): string => (kind === 'dismissed' ? '' : MARK_GLYPHS[kind]);

/** `3` of `CHN-003`: in the margin of one case the prefix is noise. */
function shortRef(ref: string): string {
  return ref.replace(/^.*-0*/u, '');
}
