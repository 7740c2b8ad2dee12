import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  InsertedTextRun,
  TextRun,
  type ParagraphChild,
} from 'docx';
import type { AnnotatedSegment } from '../../shared/report/annotated/annotated-blocks.ts';
import type { AnnotatedDocument } from '../../shared/report/annotated/annotated-data.ts';
import type { Comments } from './annotated-docx-comments.ts';
import { nameOrStet, runsOf } from './docx-text.ts';

/** A change that a decision makes. */
interface Change {
  wording: string;
  author: string;
  date: string;
}

/** Turns segments into runs: comments begin and end where their places do, and what a decision changes is tracked. */
export class RunMaker {
  private readonly comments: Comments;
  private readonly changes = new Map<number, Change>();
  private readonly begun = new Set<number>();
  private changed = 0;

  constructor({ places, notes }: AnnotatedDocument, comments: Comments) {
    this.comments = comments;
    for (const [place, { note }] of places.entries()) {
      const about = notes[note];
      if (about?.kind !== 'query' || !about.applied) continue;
      const { decision } = about.query;
      if (!decision) continue;
      const { wording, by, at } = decision;
      this.changes.set(place, {
        wording: wording ?? '',
        author: nameOrStet(by),
        date: `${at.slice(0, 19)}Z`,
      });
    }
  }

  of(segments: readonly AnnotatedSegment[]): ParagraphChild[] {
    return segments.flatMap((segment) => [
      ...this.starts(segment),
      ...this.words(segment),
      ...this.ends(segment),
    ]);
  }

  /** The first of all has the comment about the whole document, which has no words of its own. */
  private starts({ in: places }: AnnotatedSegment): ParagraphChild[] {
    const first = this.begun.size === 0 && this.comments.takeFirst();
    const about = first ? marked(this.comments.about, []) : [];
    const starts = places
      .filter((place) => !this.begun.has(place))
      .flatMap((place) => {
        this.begun.add(place);
        return this.comments.of(place).map((id) => new CommentRangeStart(id));
      });
    return [...about, ...starts];
  }

  private words({ text, in: places }: AnnotatedSegment): ParagraphChild[] {
    const change = this.changeOn(places);
    if (!change) return runsOf(text).map((options) => new TextRun(options));
    return runsOf(text).map((options) => new DeletedTextRun({ ...options, ...this.mark(change) }));
  }

  private ends({ ends }: AnnotatedSegment): ParagraphChild[] {
    const change = this.changeOn(ends);
    const wording = change
      ? runsOf(change.wording).map((options) => new InsertedTextRun({ ...options, ...this.mark(change) }))
      : [];
    return [...wording, ...ends.flatMap((place) => this.comments.of(place).flatMap(ended))];
  }

  /** Of the decisions that are in the changed text no two change the same words. */
  private changeOn(places: readonly number[]): Change | undefined {
    return places.map((place) => this.changes.get(place)).find((change) => change !== undefined);
  }

  private mark({ author, date }: Change): { id: number; author: string; date: string } {
    return { id: ++this.changed, author, date };
  }
}

const ended = (id: number): ParagraphChild[] => [
  new CommentRangeEnd(id),
  new TextRun({ children: [new CommentReference(id)] }),
];

const marked = (id: number, words: readonly ParagraphChild[]): ParagraphChild[] => [
  new CommentRangeStart(id),
  ...words,
  ...ended(id),
];
