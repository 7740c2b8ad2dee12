import type { Translate } from '../../shared/messages/translate.ts';
import type { Context } from '../../shared/events/event.ts';
import type { Backups } from '../backups.ts';
import type { OpenCases } from '../cases.ts';
import type { LongWork } from '../exhibits/long-work.ts';
import type { Parse } from '../import-document.ts';
import type { WindowReports } from '../report/window-reports.ts';
import type { PreferenceStore } from '../settings.ts';
import type { Vaults } from '../vault.ts';
import type { Windows } from '../windows.ts';

/** What handlers work with. */
export interface World {
  windows: Windows;
  cases: OpenCases;
  backups: Backups;
  vaults: Vaults;
  /** Work on files that may take long, with the word to windows about it. */
  works: LongWork;
  /** Reports that are being made for windows, and the pages they look at. */
  reports: WindowReports;
  /** Reads untrusted files in a window of their own. */
  parse: Parse;
  preferences: PreferenceStore;
  t: Translate;
  /** Who acts, when, and ids for what they make. */
  context: () => Context;
  /** Paths of files this session wrote where a person said: these may be shown in the system's file manager. */
  written: Set<string>;
}
