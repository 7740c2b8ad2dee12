import { useState } from 'react';
import { EDITIONS } from '../../shared/case/words.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { useAsked } from '../ui/use-asked.ts';
import { Button } from '../ui/button.tsx';
import { RadioField } from '../ui/fields.tsx';
import { useNow } from '../ui/use-now.ts';
import { useT } from '../ui/words.tsx';
import { AnnotatedExport } from './annotated-export.tsx';
import { useChoices, wantedOf } from './choices.ts';
import { CoverDialog } from './cover-dialog.tsx';
import { EarlierReports } from './earlier-reports.tsx';
import { ExportPanel } from './export-panel.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { Preview } from './preview.tsx';
import { ReadyList } from './ready-list.tsx';
import css from './report.module.css';
import { ScopeDialog } from './scope-dialog.tsx';

/** What will leave the app: what it still lacks, what it is of and says about itself, how it will look, and the ways out. */
export function ReportView() {
  const t = useT();
  const key = useWindow(({ loaded }) => loaded?.key ?? '');
  const revision = useWindow((state) => state.revision);
  const total = useWindow(({ rows }) => rows.size);
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const [choices, choose] = useChoices(key);
  const [dialog, setDialog] = useState<'cover' | 'scope' | null>(null);
  const { edition, refs, language } = choices;
  const now = useNow();
  const asked = refs?.join(' ') ?? '';
  const state = useAsked(key, () => api.reportState({ refs: refs && [...refs], language }), [
    revision,
    asked,
    language,
    now,
  ]);
  const closeDialog = (): void => setDialog(null);
  return (
    <div className={css['page']}>
      <section
        className={css['aside']}
        aria-label={t('reportView.title')}
        data-first-focus
        // A place that scrolls must be reachable for the keyboard (axe: scrollable-region-focusable).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <h2>{t('reportView.title')}</h2>
        {state && <ReadyList readiness={state.readiness} wording={state.wording} />}
        <RadioField
          label={t('reportView.edition')}
          value={edition}
          choices={EDITIONS.map((value) => ({
            value,
            text: t(`reportView.editions.${value}`),
            detail: t(`reportView.editionMeans.${value}`),
          }))}
          onChange={(next) => choose({ edition: next })}
        />
        <LanguageChoice language={language} onChange={(next) => choose({ language: next })} />
        <div className={css['row']}>
          <p>
            {refs === null
              ? t('reportView.scopeAll', { count: total })
              : t('reportView.scopeChosen', { count: refs.length, total })}
          </p>
          <Button aria-label={t('reportView.scopeNamed')} onPress={() => setDialog('scope')}>
            {t('reportView.choose')}
          </Button>
        </div>
        <div className={css['row']}>
          <p>{t('reportView.coverWhat')}</p>
          <Button
            aria-label={t('reportView.coverNamed')}
            isDisabled={!state || !writable}
            onPress={() => setDialog('cover')}
          >
            {t('reportView.edit')}
          </Button>
        </div>
        <ExportPanel choices={choices} choose={choose} />
        <AnnotatedExport edition={edition} language={language} />
        {state && <EarlierReports reports={state.reports} writable={writable} />}
      </section>
      <Preview wanted={wantedOf(choices)} />
      {dialog === 'scope' && <ScopeDialog choices={choices} choose={choose} onClose={closeDialog} />}
      {dialog === 'cover' && state && (
        <CoverDialog cover={state.cover} logo={state.logo} onClose={closeDialog} />
      )}
    </div>
  );
}
