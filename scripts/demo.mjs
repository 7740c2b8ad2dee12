/**
 * `npm run demo [-- ARTICLE]`: the main job done in the real app without a screen. Opens a copy of the sample case, or
 * makes a case of the article; records and moves allegations as a person would; and leaves the case, the report and
 * pictures of every view in demo-output/.
 */
import './node-version.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { callerFolder, fail, isMain, root, say, SetupError } from './common.mjs';
import { displayEnvironment } from './display.mjs';
import { setUp } from './setup.mjs';

const folder = path.join(root, 'demo-output');

/**
 * @param {string} [article] a text to make a case of; without one, a copy of the sample case is opened
 * @returns {Promise<string>} the folder everything was written to
 */
export async function runDemo(article) {
  await setUp();
  const { _electron } = await import('playwright');
  const { appEnvironment, playwrightOptions } = await import('./launch.mjs');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-demo-'));
  const app = await _electron.launch({
    ...playwrightOptions([], [`--user-data-dir=${dataFolder}`]),
    colorScheme: null,
    env: { ...appEnvironment(), ...(await displayEnvironment()) },
  });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(20_000);
    const demo = { app, page, pictured: 0 };
    await page.getByRole('heading', { name: 'Stet' }).waitFor();
    await picture(demo, 'welcome');
    await (article === undefined ? openSample(demo) : openArticle(demo, article));
    await workThrough(demo);
    await lookAround(demo);
    await exportReport(demo);
    if (article === undefined) await lookAtWorkedExample(demo);
  } finally {
    // Closing writes what is in the journal into the case file.
    await app.close();
    copySample(dataFolder);
    fs.rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
  say(`The demonstration is in ${folder}: the case, its report (HTML, PDF) and pictures of every view.`);
  return folder;
}

async function picture(demo, name) {
  demo.pictured += 1;
  const file = path.join(folder, `${String(demo.pictured).padStart(2, '0')}-${name}.png`);
  await demo.page.screenshot({ path: file });
}

/** The system's dialog for saving, answered with a path. */
function answerSaving(app, filePath) {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, filePath);
}

const reader = (page) => page.locator('[data-reader]');

async function openSample({ page }) {
  say('Opening a copy of the sample case …');
  await page.getByRole('button', { name: 'Open the sample case' }).click();
  await reader(page).waitFor();
}

async function openArticle(demo, article) {
  const { app, page } = demo;
  const file = path.resolve(callerFolder, article);
  if (!fs.existsSync(file)) throw new SetupError(`there is no file ${file}`);
  const title = path.parse(file).name;
  say(`Making a case of ${file} …`);
  await answerSaving(app, path.join(folder, `${title}.stet`));
  await page.getByRole('button', { name: 'New case…' }).click();
  await page.getByLabel('Title').fill(title);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a document' }).click();
  await page.getByLabel('Text', { exact: true }).fill(fs.readFileSync(file, 'utf8'));
  await page.getByRole('button', { name: 'Add the text' }).click();
  await reader(page).waitFor();
  for (const sentence of sentencesOf(await reader(page).textContent()).slice(0, 5)) {
    await select(page, sentence);
    await page.keyboard.press('a');
    await page.locator('mark[data-selected]').waitFor();
  }
}

/** Sentences long enough to say something. */
function sentencesOf(text) {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((segment) => segment.length > 60 && !segment.includes('\n'));
}

async function select(page, words) {
  await reader(page).evaluate((column, wanted) => {
    const walker = document.createTreeWalker(column, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      document.getSelection().removeAllRanges();
      document.getSelection().addRange(range);
      column.focus();
      return;
    }
  }, words);
  await page.getByRole('toolbar', { name: 'The selected words' }).waitFor();
}

/** Adds evidence, meets the standard, moves one allegation up and one by override, and takes one move back. */
async function workThrough(demo) {
  const { page } = demo;
  say('Adding evidence and moving allegations …');
  await picture(demo, 'document');
  const first = page.locator('mark').first();
  await first.click();
  await page.getByRole('button', { name: 'Add evidence…' }).click();
  await page.getByRole('combobox', { name: 'Source' }).fill('A register made up for this demonstration');
  await page.getByLabel('Excerpt').fill('An entry that says the same.');
  await page.getByLabel('Locator').fill('page 12');
  await choose(page, 'What it is', 'record');
  await choose(page, 'Level', 'primary');
  await page.getByLabel('How it was authenticated').fill('Compared with the register itself.');
  await choose(page, 'Origin', 'first-hand');
  await picture(demo, 'evidence-form');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('counts as a primary record').first().waitFor();

  await page.getByRole('navigation').getByRole('button', { name: 'Board' }).click();
  const selected = page.locator('[data-card][aria-pressed="true"]');
  await selected.focus();
  await page.keyboard.press('Shift+ArrowRight');
  const corroborated = page.locator('[data-column="corroborated"]');
  await corroborated.getByLabel('Reason').fill('The register, itself a primary record, says the same.');
  await picture(demo, 'move-form');
  await page.keyboard.press('Control+Enter');
  await corroborated.locator('[data-card]').first().waitFor();

  await page.locator('[data-column="unverified"] [data-card]').first().focus();
  await page.locator('[data-column="unverified"] [data-card]').first().click();
  await page.keyboard.press('Control+z');
  await page.locator('[data-column="corroborated"]').getByText('Nothing is corroborated yet').waitFor();
  await page.keyboard.press('Control+Shift+z');
  await corroborated.locator('[data-card]').first().waitFor();
}

async function choose(page, label, option) {
  await page.getByRole('button', { name: label }).click();
  await page
    .getByRole('option', { name: new RegExp(`^${option}`, 'u') })
    .first()
    .click();
}

async function lookAround(demo) {
  const { app, page } = demo;
  await picture(demo, 'board');
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: 'Verify the history' }).click();
  await page.getByText('Everything holds').waitFor();
  await picture(demo, 'history');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await picture(demo, 'commands');
  await page.keyboard.press('Escape');
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await page.keyboard.press('Control+1');
  await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await reader(page).waitFor();
  await picture(demo, 'document-dark');
  await page.keyboard.press('Control+2');
  await page.locator('[data-card]').first().waitFor();
  await picture(demo, 'board-dark');
}

/** What the finding of an allegation rests on, who has it from whom, and what is open, in the worked example. */
async function lookAtWorkedExample(demo) {
  const { app, page } = demo;
  say('Looking at the worked example …');
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
  await page.waitForFunction(() => matchMedia('(prefers-color-scheme: light)').matches);
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('Open the worked example');
  await page.getByRole('option', { name: 'Open the worked example' }).click();
  await page.getByRole('heading', { level: 1, name: 'The crane of Port Lindal' }).waitFor();
  await page.keyboard.press('Control+2');
  await page.locator('[data-card]').filter({ hasText: 'CRANE-002' }).click();
  const finding = page.locator('aside').getByRole('heading', { name: 'Finding', exact: true });
  await finding.waitFor();
  await finding.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
  await picture(demo, 'finding');
  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'Who has it from whom' }).click();
  await page.getByRole('heading', { name: 'Circles' }).waitFor();
  await picture(demo, 'sources');
  await page.keyboard.press('Control+4');
  await page.getByRole('heading', { name: 'Open points' }).waitFor();
  await picture(demo, 'open-points');
  await lookAtReport(demo);
}

/** Exports a report in two forms at once, as a person does. */
async function exportReport({ app, page }) {
  say('Exporting the report …');
  await page.keyboard.press('Control+6');
  await page.getByRole('checkbox', { name: 'HTML', exact: true }).focus();
  await page.keyboard.press('Space');
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  await page.getByText(/recorded in the history as report/).waitFor();
}

/** A page of the report that was exported, as it lies on the desk of who gets it. */
async function lookAtReport(demo) {
  const { app, page } = demo;
  await page.keyboard.press('Control+6');
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
  await picture(demo, 'report');
  await exportReport(demo);
  const name = fs.readdirSync(folder).find((each) => each.startsWith('The crane') && each.endsWith('.html'));
  const opened = app.waitForEvent('window');
  await app.evaluate(
    ({ BrowserWindow }, file) => {
      const paper = { width: 860, height: 1180, useContentSize: true, webPreferences: { sandbox: true } };
      void new BrowserWindow(paper).loadFile(file);
    },
    path.join(folder, name),
  );
  const report = await opened;
  await report.locator('#CRANE-002').evaluate((allegation) => allegation.scrollIntoView());
  demo.pictured += 1;
  await report.screenshot({
    path: path.join(folder, `${String(demo.pictured).padStart(2, '0')}-report-page.png`),
  });
}

function copySample(dataFolder) {
  const samples = path.join(dataFolder, 'samples');
  if (!fs.existsSync(samples)) return;
  for (const name of fs.readdirSync(samples).filter((each) => each.endsWith('.stet'))) {
    fs.copyFileSync(path.join(samples, name), path.join(folder, name));
  }
}

if (isMain(import.meta.url)) {
  runDemo(process.argv[2]).then(() => process.exit(0), fail);
}
