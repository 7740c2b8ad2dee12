import { memo, useRef, type ReactNode } from 'react';
import css from './reader.module.css';
import { ReaderLine } from './reader-line.tsx';
import { useDrawn } from './reading/draw-chunks.ts';
import type { Drawn } from './reading/drawn.ts';

interface ReaderChunkProps {
  text: string;
  drawn: Drawn;
  /** How many chunks the text has. */
  of: number;
  /** The allegation and the query that stand out, if they are in it. */
  selectedId: string | null;
  queryId: string | null;
}

/** Some lines of the document. Out of sight they have a height and their bare text, so that long texts open and scroll. */
export const ReaderChunk = memo(function ReaderChunk(props: ReaderChunkProps) {
  const { text, drawn, of } = props;
  const { from, to, rows, index } = drawn.chunk;
  const element = useRef<HTMLDivElement>(null);
  const near = useDrawn(element, index, of);
  return (
    <div
      ref={element}
      className={css['chunk']}
      data-from={from}
      style={{ containIntrinsicBlockSize: `auto ${rows * 1.7}em` }}
    >
      {near ? <Lines {...props} /> : text.slice(from, to)}
    </div>
  );
});

/** The lines of a chunk; the rows of a table in one place, where their columns are aligned. */
function Lines({ text, drawn, selectedId, queryId }: ReaderChunkProps): ReactNode {
  const { lines } = drawn.chunk;
  const parts: ReactNode[] = [];
  for (let first = 0; first < lines.length;) {
    let last = first + 1;
    const table = lines[first]?.kind === 'table';
    while (table && lines[last]?.kind === 'table') last++;
    const shown = lines
      .slice(first, last)
      .map((line) => (
        <ReaderLine
          key={line.from}
          text={text}
          line={line}
          drawn={drawn}
          selectedId={selectedId}
          queryId={queryId}
        />
      ));
    if (table) {
      parts.push(
        <div key={first} data-table>
          {shown}
        </div>,
      );
    } else parts.push(...shown);
    first = last;
  }
  return parts;
}
