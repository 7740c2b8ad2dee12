import annotated from './annotated.json' with { type: 'json' };
import board from './board.json' with { type: 'json' };
import cli from './cli.json' with { type: 'json' };
import document from './document.json' with { type: 'json' };
import exhibits from './exhibits.json' with { type: 'json' };
import frame from './frame.json' with { type: 'json' };
import history from './history.json' with { type: 'json' };
import historyView from './history-view.json' with { type: 'json' };
import inspector from './inspector.json' with { type: 'json' };
import menu from './menu.json' with { type: 'json' };
import openPoints from './open-points.json' with { type: 'json' };
import problems from './problems.json' with { type: 'json' };
import publishing from './publishing.json' with { type: 'json' };
import protection from './protection.json' with { type: 'json' };
import refusals from './refusals.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import reportVerdict from './report-verdict.json' with { type: 'json' };
import reportView from './report-view.json' with { type: 'json' };
import sourcesView from './sources-view.json' with { type: 'json' };
import versions from './versions.json' with { type: 'json' };
import suggestions from './suggestions.json' with { type: 'json' };
import welcome from './welcome.json' with { type: 'json' };
import wording from './wording.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };

/** English: one file per part of the product. Another language has the same files with the same keys. */
export const en = {
  annotated,
  board,
  cli,
  document,
  exhibits,
  frame,
  history,
  historyView,
  inspector,
  menu,
  openPoints,
  problems,
  publishing,
  protection,
  refusals,
  report,
  reportVerdict,
  reportView,
  sourcesView,
  suggestions,
  versions,
  welcome,
  wording,
  words,
} as const;
