import type { ReactNode } from 'react';
import { ChangedTextDialog } from '../document/changed-text.tsx';
import { VersionsDialog } from '../document/versions/versions-dialog.tsx';
import { AddSource } from '../sources/add-source.tsx';
import { ExhibitsDialog } from '../sources/exhibits.tsx';
import { PasteExhibit } from '../sources/paste-exhibit.tsx';
import { ProtectedNamesDialog } from '../sources/protected-names.tsx';
import { useUi, type DialogName } from '../ui-state.ts';
import { About } from './about.tsx';
import { AddDocument, AddVersion } from './add-document.tsx';
import { ChangedOutside } from './changed-outside.tsx';
import { EarlierVersions } from './earlier-versions.tsx';
import { NewCase } from './new-case.tsx';
import { Palette } from './palette.tsx';
import { PublishingDialog } from './publishing.tsx';
import { RenameCase } from './rename-case.tsx';
import { Settings } from './settings.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { StandardDialog } from './standard.tsx';
import { Trash } from './trash.tsx';

const DIALOGS: Record<DialogName, () => ReactNode> = {
  'new-case': () => <NewCase />,
  'rename-case': () => <RenameCase />,
  'add-document': () => <AddDocument />,
  'add-version': () => <AddVersion />,
  versions: () => <VersionsDialog />,
  trash: () => <Trash />,
  standard: () => <StandardDialog />,
  publishing: () => <PublishingDialog />,
  exhibits: () => <ExhibitsDialog />,
  'paste-exhibit': () => <PasteExhibit />,
  'add-source': () => <AddSource />,
  'protected-names': () => <ProtectedNamesDialog />,
  'changed-text': () => <ChangedTextDialog />,
  settings: () => <Settings />,
  about: () => <About />,
  shortcuts: () => <Shortcuts />,
  palette: () => <Palette />,
  'changed-outside': () => <ChangedOutside />,
  'earlier-versions': () => <EarlierVersions />,
};

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useUi((state) => state.dialog);
  return dialog === null ? null : DIALOGS[dialog]();
}
