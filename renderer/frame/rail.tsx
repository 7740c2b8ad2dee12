import {
  BookOpenText,
  CircleDashed,
  Columns3,
  FileText,
  History,
  Network,
  Search,
  type LucideIcon,
} from 'lucide-react';
import { show, useWindow, VIEWS, type View } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import { openDialog } from '../ui-state.ts';
import css from './frame.module.css';

const ICONS: Record<View, LucideIcon> = {
  document: BookOpenText,
  board: Columns3,
  sources: Network,
  open: CircleDashed,
  history: History,
  report: FileText,
};

/** The views of a case, and the way to everything else. */
export function Rail() {
  const t = useT();
  const view = useWindow((state) => state.view);
  return (
    <nav className={css['rail']} aria-label={t('frame.views')}>
      {VIEWS.map((each) => {
        const Icon = ICONS[each];
        return (
          <Button
            key={each}
            kind="quiet"
            className={css['rail-item'] ?? ''}
            aria-current={each === view ? 'page' : 'false'}
            onPress={() => show(each)}
          >
            <Icon size={16} aria-hidden />
            <span>{t(`menu.actions.view-${each}`)}</span>
          </Button>
        );
      })}
      <div className={css['gap']} />
      <Button kind="quiet" className={css['rail-item'] ?? ''} onPress={() => openDialog('palette')}>
        <Search size={16} aria-hidden />
        <span>{t('menu.actions.palette')}</span>
      </Button>
    </nav>
  );
}
