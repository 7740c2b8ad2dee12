import { memo, type ReactNode } from 'react';
import { GLYPHS } from '../../shared/messages/glyphs.ts';
import type { DocumentQuery } from '../../shared/queries/document-view.ts';
import { useT } from '../ui/words.tsx';
import { marksIn, queriesIn, type Marking } from './markings.ts';
import type { Line, Segment } from './segments.ts';

interface ReaderLineProps {
  line: Line<Marking>;
  /** The allegation and the query that stand out. */
  selectedId: string | null;
  queryId: string | null;
}

/** A line of the document with what is marked in it. */
export const ReaderLine = memo(function ReaderLine({ line, selectedId, queryId }: ReaderLineProps) {
  return (
    <p dir="auto">
      {line.map((segment, index) =>
        segment.marks.length === 0 ? (
          segment.text
        ) : (
          <Marked key={index} segment={segment} selectedId={selectedId}>
            <Queried segment={segment} queryId={queryId} />
          </Marked>
        ),
      )}
    </p>
  );
});

interface MarkedProps {
  segment: Segment<Marking>;
  selectedId: string | null;
  children: ReactNode;
}

/** Words under the mark of the selected allegation, or else of the innermost. */
function Marked({ segment, selectedId, children }: MarkedProps) {
  const marks = marksIn(segment.marks);
  const mark = marks.find(({ allegationId }) => allegationId === selectedId) ?? marks.at(-1);
  if (!mark) return children;
  // Shown by the style sheet: what is not in the text must not be in its text content either.
  const label = marksIn(segment.ending).map(({ state, ref }) => `${GLYPHS[state]} ${shortRef(ref)}`);
  return (
    <mark
      data-id={mark.allegationId}
      data-state={mark.state}
      data-selected={mark.allegationId === selectedId || undefined}
      data-label={label.length === 0 ? undefined : label.join(' ')}
    >
      {children}
    </mark>
  );
}

/** Words that queries are about, or that one is being written about. */
function Queried({ segment, queryId }: { segment: Segment<Marking>; queryId: string | null }) {
  const t = useT();
  const queries = queriesIn(segment.marks);
  const asked = segment.marks.some((each) => 'asked' in each);
  if (queries.length === 0 && !asked) return segment.text;
  const shown = queries.find(({ id }) => id === queryId) ?? queries.at(-1);
  const label = queriesIn(segment.ending).map(({ number, decision }: DocumentQuery) =>
    t(`document.query.mark.${decision ?? 'open'}`, { number }),
  );
  return (
    <span
      data-query={shown?.id}
      data-open={queries.some(({ decision }) => decision === null) || undefined}
      data-shown={(shown !== undefined && shown.id === queryId) || undefined}
      data-asked={asked || undefined}
      data-label={label.length === 0 ? undefined : label.join(' ')}
    >
      {segment.text}
    </span>
  );
}

/** `3` of `CHN-003`: in the margin of one case the prefix is noise. */
function shortRef(ref: string): string {
  return ref.replace(/^.*-0*/u, '');
}
