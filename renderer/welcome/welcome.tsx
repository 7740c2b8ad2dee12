import { BookOpenCheck, FilePlus2, FolderOpen, Newspaper, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { api } from '../api.ts';
import { openPath, takeOpening } from '../frame/opening.ts';
import { Problem } from '../frame/problem.tsx';
import { useWindow } from '../store.ts';
import { Button, type ButtonKind } from '../ui/button.tsx';
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
        <div className={css['samples']}>
          <Sample id="foreign-fighters" name="sample" icon={Newspaper} kind="primary" />
          <Sample id="worked-example" name="workedExample" icon={BookOpenCheck} kind="plain" />
        </div>
        <div className={css['ways']}>
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

interface SampleProps {
  id: string;
  name: 'sample' | 'workedExample';
  icon: LucideIcon;
  kind: ButtonKind;
}

/** A case that ships with Stet, and what there is to see in it. */
function Sample({ id, name, icon: Icon, kind }: SampleProps) {
  const t = useT();
  const meansId = useId();
  return (
    <div className={css['sample']}>
      <Button
        kind={kind}
        className={css['way'] ?? ''}
        aria-describedby={meansId}
        onPress={() => void takeOpening(api.openSample({ id }), t)}
      >
        <Icon size={18} aria-hidden />
        {t(`welcome.${name}`)}
      </Button>
      <p id={meansId} className={css['soft']}>
        {t(`welcome.${name}Means`)}
      </p>
    </div>
  );
}
