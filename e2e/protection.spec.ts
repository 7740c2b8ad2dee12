import type { Page } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { expect, test } from './app.ts';
import { leaksIn } from './leaks.ts';

/** Asks main as the window does. */
function ask<T>(page: Page, method: string, input?: unknown): Promise<T> {
  return page.evaluate(
    ([method, input]) => {
      const { stet } = window as unknown as { stet: Record<string, (input: unknown) => Promise<never>> };
      return stet[method as string]?.(input);
    },
    [method, input] as const,
  ) as Promise<T>;
}

interface Answer {
  ok: boolean;
  value?: { created?: { id: string }[]; unsearched?: number };
  error?: { problem: { code: string; places: { place: { code: string } }[] } };
}

const FORMS = ['html', 'pdf', 'md', 'csv', 'json'] as const;
/** As a person types it, and with letters that are drawn from right to left. */
const NAMES = ['Zoryana Quilldamar', 'محمد القرطبي'];

test('no form of a report leaves with a protected name in it', async ({ stet }) => {
  const page = await stet.start();
  await stet.answerDialogs({ save: stet.file('Case.stet') });
  await ask(page, 'newCase', { title: 'Bridge' });
  await expect(page.getByRole('navigation')).toBeVisible();

  const source = { name: 'A clerk of the town', kind: 'person', party: null, confidential: true };
  const added = await ask<Answer>(page, 'run', { type: 'add-source', ...source });
  const sourceId = added.value?.created?.[0]?.id ?? '';
  const identity = { name: NAMES[0], contact: '', notes: '' };
  expect(await ask(page, 'keepIdentity', { sourceId, identity })).toMatchObject({ ok: true });
  const names = { protectedNames: [{ id: 'p1', name: NAMES[1], forms: [] }], allowed: [] };
  expect(await ask(page, 'setProtectedNames', names)).toMatchObject({ ok: true });

  const write = async (name: string, form: string): Promise<Answer> => {
    await stet.answerDialogs({ save: stet.file(name) });
    const wanted = { edition: 'checking', language: 'en', scope: { refs: null, words: '' } };
    return ask<Answer>(page, 'exportReport', { ...wanted, formats: [form], exhibits: 'listed' });
  };
  for (const form of FORMS) {
    expect(await write(`clean.${form}`, form)).toMatchObject({
      ok: true,
      value: { files: [{ path: stet.file(`clean.${form}`) }], unsearched: 0 },
    });
  }

  for (const name of NAMES) {
    await ask(page, 'run', { type: 'record-allegation', statement: `${name} saw it.`, passage: null });
    for (const form of FORMS) {
      const { ok, error } = await write(`stopped.${form}`, form);
      expect(ok).toBe(false);
      expect(error?.problem.code).toBe('protected-found');
      expect(JSON.stringify(error)).not.toMatch(/quilldamar|القرطبي/iu);
      // A PDF is searched as it was printed, not only as the page it was made of.
      if (form === 'pdf') expect(error?.problem.places.map(({ place }) => place.code)).toContain('page');
    }
    await ask(page, 'run', { type: 'undo' });
  }
  expect(await write('Quilldamar.csv', 'csv')).toMatchObject({ ok: false });
  expect(fs.readdirSync(stet.folder).filter((name) => /stopped|Quilldamar/u.test(name))).toEqual([]);

  // What cannot be looked up is no reason to take the risk.
  const vault = path.join(stet.dataFolder, 'vault');
  const file = path.join(vault, fs.readdirSync(vault)[0] ?? '');
  const whole = fs.readFileSync(file);
  fs.writeFileSync(file, '{');
  expect(await write('damaged.html', 'html')).toMatchObject({
    ok: false,
    error: { problem: { code: 'vault-damaged' } },
  });
  fs.rmSync(file);
  expect(await write('elsewhere.html', 'html')).toMatchObject({ ok: true, value: { unsearched: 1 } });
  fs.writeFileSync(file, whole);
  await ask(page, 'run', { type: 'record-allegation', statement: 'Quilldamar saw it.', passage: null });
  await stet.close();

  // The command line searches as well, also where it prints.
  const by = ['export', 'Case.stet', '--vault', vault, '--to'];
  for (const form of ['html', 'pdf']) {
    const { code, err } = await stet.verb(...by, `cli.${form}`);
    expect(code).toBe(1);
    expect(err).toContain('Something protected stands in this file');
    expect(fs.existsSync(stet.file(`cli.${form}`))).toBe(false);
  }
});

test('what tells of the machine is found where it is packed', async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  expect(await leaksIn(await pdf.save(), 'pdf', ['/cases/mine'])).toEqual([]);
  pdf.setCreator('Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0');
  page.node.set(PDFName.of('Alt'), PDFHexString.fromText('/cases/mine'));
  const found = await leaksIn(await pdf.save(), 'pdf', ['/cases/mine']);
  expect(found).toEqual(['how Chromium calls itself', '/cases/mine']);
  const inHome = Buffer.from(`<p>${path.join(os.homedir(), 'x')}</p>`);
  expect(await leaksIn(inHome, 'html')).toEqual(['the home folder']);
});
