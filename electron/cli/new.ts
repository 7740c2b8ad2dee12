import { LIMITS } from '../../shared/case/limits.ts';
import { createCase } from '../../shared/commands/create-case.ts';
import { decide } from '../../shared/commands/index.ts';
import { apply } from '../../shared/events/apply.ts';
import { seal } from '../../shared/events/seal.ts';
import { isWellFormed } from '../../shared/text/well-formed.ts';
import { CaseStore } from '../case-store/case-store.ts';
import { contextFor } from '../context.ts';
import { documentCommand } from '../import-document.ts';
import { read, required } from './arguments.ts';
import { EXIT, fileStop, runStop, usage, type Voice } from './outcome.ts';

/** `stet new CASE --title T [--document FILE]`: makes a case file, with its first document in it if one is given. */
export async function newVerb(args: readonly string[], voice: Voice): Promise<void> {
  const { t, out } = voice;
  const given = read(args, ['title', 'document', 'by'], [], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.new');
  const title = required(given.text('title'), '--title', t);
  if (title.length > LIMITS.title || !isWellFormed(title)) throw usage(t, 'titleTooLong');
  const context = contextFor(given.text('by') ?? '');
  const kase = createCase({ title }, context);
  const file = given.text('document');
  if (file !== undefined) {
    const command = await documentCommand(file);
    if (!command.ok) throw fileStop(EXIT.input, file, command.error, t);
    const decision = decide(kase, command.value, context);
    if (!decision.ok) throw runStop(file, { refusal: decision.error }, t);
    apply(kase, seal(decision.value, kase.heads, context));
  }
  const created = await CaseStore.create(path, kase);
  if (!created.ok) throw fileStop(EXIT.output, path, created.error, t);
  out(`${t('cli.created', { path })}\n`);
}
