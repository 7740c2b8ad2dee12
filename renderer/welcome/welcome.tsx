import { FilePlus2, FolderOpen, Newspaper } from 'lucide-react';
import { api } from '../api.ts';
import { openPath, takeOpening } from '../frame/opening.ts';
import { Problem } from '../frame/problem.tsx';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { openDialog } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import css from './welcome.module.css';

/** What a window shows without a case: ways in. */
export function Welcome() {
  const t = useT();
  const language = useLanguage();
  const recent = useWindow(({ app }) => app?.recent) ?? [];
  return (
    <main className={css['page']}>
      <Problem />
      <div className={css['sheet']}>
        <h1 className={css['name']}>Stet</h1>
        <p className={css['what']}>{t('welcome.what')}</p>
        <div className={css['ways']}>
          <Button
            kind="primary"
            className={css['way'] ?? ''}
            onPress={() => void takeOpening(api.openSample(undefined), t)}
          >
            <Newspaper size={18} aria-hidden />
            {t('welcome.sample')}
          </Button>
          <Button className={css['way'] ?? ''} onPress={() => openDialog('new-case')}>
            <FilePlus2 size={18} aria-hidden />
            {t('welcome.newCase')}
          </Button>
          <Button className={css['way'] ?? ''} onPress={() => void takeOpening(api.openCase(undefined), t)}>
            <FolderOpen size={18} aria-hidden />
            {t('welcome.open')}
          </Button>
        </div>
        <p className={css['drop']}>{t('welcome.drop')}</p>
        {recent.length > 0 && (
          <section>
            <h2 className={css['heading']}>{t('menu.recent')}</h2>
            <ul className={css['recent']}>
              {recent.map(({ path, title, openedAt }) => (
                <li key={path}>
                  <Button kind="quiet" className={css['case'] ?? ''} onPress={() => void openPath(path, t)}>
                    <bdi className={css['title']}>{title}</bdi>
                    <span className={css['soft']}>
                      <bdi>{path}</bdi> · {dayAndClock(openedAt, language)}
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className={css['soft']}>{t('welcome.offline')}</p>
      </div>
    </main>
  );
}
