import type { Case } from '../case/case.ts';
import { commitmentTo, type Identity, type KeptIdentity } from '../case/identity.ts';
import { createCase } from '../commands/create-case.ts';
import { decide, type CommandValue } from '../commands/index.ts';
import { apply } from '../events/apply.ts';
import type { Context } from '../events/event.ts';
import { seal, sha256Hex } from '../events/seal.ts';
import { spanOf } from './span-of.ts';
import type { SampleFile } from './worked-example-files.ts';

type Command<T extends CommandValue['type']> = Extract<CommandValue, { type: T }>;
type Fields<T extends CommandValue['type'], Set extends string> = Omit<Command<T>, 'type' | Set>;

/**
 * Tells a sample case, step by step, by the commands that people use, so that its history is a real one. Each step
 * answers the id of what it made. A step that is refused is a mistake in the sample, and throws.
 */
export class Story {
  readonly kase: Case;
  readonly files: SampleFile[] = [];
  readonly identities: { sourceId: string; kept: KeptIdentity }[] = [];
  private readonly documentId: string;
  private readonly text: string;
  private readonly by: string;

  constructor(
    about: { title: string; refPrefix: string; documentTitle: string; text: string; by: string },
    private readonly context: Context,
  ) {
    this.text = about.text;
    this.by = about.by;
    this.kase = createCase({ title: about.title, refPrefix: about.refPrefix }, this.as(about.by));
    const { documentTitle: title, text } = about;
    this.run({ type: 'add-document', title, text, format: 'text', fileName: null });
    this.documentId = newest(this.kase.records.documents);
  }
  private as(by: string): Context {
    return { at: this.context.at, by, newId: this.context.newId };
  }

  /** Carries a command out, in the name of whoever has the case unless somebody else is named. */
  run(command: CommandValue, by = this.by): void {
    const context = this.as(by);
    const decision = decide(this.kase, command, context);
    if (!decision.ok) throw new Error(`the sample was refused: ${JSON.stringify([command, decision.error])}`);
    apply(this.kase, seal(decision.value, this.kase.heads, context));
  }

  /** Where words of the document stand that are there once. */
  span(words: string): { documentId: string; start: number; end: number } {
    return { documentId: this.documentId, ...spanOf(this.text, words) };
  }

  allegation(words: string, fields: Fields<'record-allegation', 'passage'>): string {
    this.run({ type: 'record-allegation', ...fields, passage: this.span(words) });
    return newest(this.kase.records.allegations);
  }

  source(fields: Fields<'add-source', never>): string {
    this.run({ type: 'add-source', ...fields });
    return newest(this.kase.records.sources);
  }

  /** Puts who a confidential source is into what the sample brings for the vault. */
  identity(sourceId: string, identity: Identity): void {
    const salt = sha256Hex([this.context.newId(), this.context.newId(), this.context.newId()].join(' '));
    const kept = { ...identity, salt, at: this.context.at };
    this.identities.push({ sourceId, kept });
    this.run({ type: 'keep-identity', id: sourceId, commitment: commitmentTo(kept) });
  }

  exhibit(
    file: SampleFile,
    fields: Partial<Fields<'add-exhibit', 'sha256' | 'bytes'>> & { title: string },
  ): string {
    this.files.push(file);
    const { sha256, bytes, mediaType, fileName } = file;
    const unknown = {
      publishedOn: null,
      capturedOn: null,
      accessedOn: null,
      address: null,
      archivedAddress: null,
    };
    const about = { kind: 'document', notes: '', graphic: false, ...unknown, ...fields } as const;
    this.run({ type: 'add-exhibit', ...about, sha256, bytes: bytes.length, mediaType, fileName });
    return newest(this.kase.records.exhibits);
  }

  evidence(
    allegationId: string,
    sourceId: string,
    fields: Partial<Fields<'add-evidence', 'allegationId' | 'source'>> & { excerpt: string },
  ): string {
    this.run({
      type: 'add-evidence',
      allegationId,
      source: { id: sourceId },
      stance: 'supports',
      locator: null,
      level: 'secondary',
      origin: { type: 'first-hand' },
      publishedOn: null,
      accessedOn: null,
      address: null,
      ...fields,
    });
    return newest(this.kase.records.evidence);
  }

  response(
    allegationId: string,
    fields: Partial<Fields<'add-response', 'allegationId'>> & Pick<Command<'add-response'>, 'party' | 'kind'>,
  ): string {
    const nothing = { extent: null, words: '', on: null, channel: null, address: null };
    this.run({ type: 'add-response', allegationId, ...nothing, ...fields });
    return newest(this.kase.records.responses);
  }

  query(words: string, fields: Fields<'ask-query', 'span'>): string {
    this.run({ type: 'ask-query', ...fields, span: this.span(words) });
    return newest(this.kase.records.queries);
  }

  mark(words: string, kind: Command<'mark-text'>['kind']): void {
    this.run({ type: 'mark-text', kind, span: this.span(words) });
  }

  move(id: string, fields: Fields<'move-allegation', 'id'>): void {
    this.run({ type: 'move-allegation', id, ...fields });
  }
}

function newest(records: ReadonlyMap<string, unknown>): string {
  return [...records.keys()].at(-1) ?? '';
}
