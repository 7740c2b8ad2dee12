import { Search } from 'lucide-react';
import type { DocumentView } from '../../shared/queries/document-view.ts';
import { keysForPeople } from '../frame/keys.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/fields.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { COVERAGE_FILTERS, togglePanel, useUi, type SidePanel } from '../ui-state.ts';
import css from './reading-head.module.css';
import type { Reader } from './reading/reader-actions.ts';
import type { Account } from './reading/use-account.ts';

interface ReadingHeadProps {
  view: DocumentView;
  account: Account | null;
  reader: Reader;
  /** What stands beside the text. */
  panel: SidePanel | null;
}

/** How far the document is accounted for, which of it is shown, and what can stand beside it. */
export function ReadingHead({ view, account, reader, panel }: ReadingHeadProps) {
  const t = useT();
  const filter = useUi((ui) => ui.coverageFilter);
  const toggle = (name: SidePanel, text: string) => (
    <Button
      kind="quiet"
      className={css['toggle'] ?? ''}
      aria-pressed={panel === name}
      onPress={() => togglePanel(name, panel)}
    >
      {text}
    </Button>
  );
  return (
    <section className={css['head']} aria-label={t('document.head')}>
      <Coverage account={account} onNext={() => reader.toUntouched(1)} />
      <div className={css['filter']}>
        <SelectField
          label={t('document.filter.label')}
          value={filter}
          choices={COVERAGE_FILTERS.map((value) => ({ value, text: t(`document.filter.${value}`) }))}
          onChange={(coverageFilter) => useUi.setState({ coverageFilter })}
        />
      </div>
      <div className={css['toggles']}>
        {toggle('passages', t('document.list.title'))}
        {toggle('hints', t('document.hints.toggle', { count: account?.hints.length ?? 0 }))}
        {view.queries.length > 0 &&
          toggle('queries', t('document.query.toggle', { count: view.queries.length }))}
        <Button
          kind="quiet"
          aria-label={`${t('menu.actions.find')} (${keysForPeople('Mod+F')})`}
          onPress={reader.find}
        >
          <Search size={16} aria-hidden />
        </Button>
      </div>
    </section>
  );
}

/** The figure, with what is left to do; pressing that goes there. */
function Coverage({ account, onNext }: { account: Account | null; onNext: () => void }) {
  const t = useT();
  const language = useLanguage();
  if (!account) return <p className={css['figure']}>{t('document.coverage.counting')}</p>;
  const { checked, partly, untouched, total } = account.coverage;
  if (total === 0) return <p className={css['figure']}>{t('document.coverage.nothing')}</p>;
  const number = (count: number): string => count.toLocaleString(language);
  // Rounded down: it is all of it only when it is all of it.
  const share = Math.floor((checked / total) * 100) / 100;
  const percent = share.toLocaleString(language, { style: 'percent' });
  return (
    <div className={css['coverage']}>
      <p className={css['figure']}>
        <b>{percent}</b>{' '}
        {t('document.coverage.figure', { count: total, checked: number(checked), total: number(total) })}
      </p>
      {partly > 0 && <span>{t('document.coverage.partly', { number: number(partly), count: partly })}</span>}
      {untouched > 0 && (
        <Button kind="quiet" className={css['next'] ?? ''} onPress={onNext}>
          {t('document.coverage.untouched', { number: number(untouched), count: untouched })} <kbd>U</kbd>
        </Button>
      )}
      <div className={css['bar']} aria-hidden>
        <i data-cover="checked" style={{ flexGrow: checked }} />
        <i data-cover="partly" style={{ flexGrow: partly }} />
        <i data-cover="untouched" style={{ flexGrow: untouched }} />
      </div>
    </div>
  );
}
