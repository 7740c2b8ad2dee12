import { useEffect, useMemo, useRef, useState } from 'react';
import { isEnglish } from '../../shared/reading/english.ts';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { CheckField, RadioField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { Paged } from '../ui/paged.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { useUi } from '../ui-state.ts';
import { codesOf, hintLabels } from './reading/hint-words.ts';
import type { Reader } from './reading/reader-actions.ts';
import type { Reading } from './reading/reading.ts';
import type { Hint } from './reading/counting.ts';
import type { Account } from './reading/use-account.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';
import { languageName } from './versions/languages.ts';

interface HintPanelProps {
  reading: Reading;
  account: Account | null;
  reader: Reader;
  /** The number of the sentence that is read. */
  current: number | null;
}

type Order = 'score' | 'place';

/** Sentences that are worth checking, each with the reasons. They are hints: a person accepts or dismisses them. */
export function HintPanel({ reading, account, reader, current }: HintPanelProps) {
  const t = useT();
  const language = useLanguage();
  const shown = useUi((ui) => ui.hintsShown);
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const [order, setOrder] = useState<Order>('place');
  const panel = useRef<HTMLDivElement>(null);
  const hints = account?.hints ?? [];
  const ordered = useMemo(
    () => (order === 'score' ? (account?.hints ?? []).toSorted((a, b) => b.score - a.score) : account?.hints),
    [account, order],
  );
  useEffect(() => {
    panel.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const english = useMemo(() => isEnglish(reading.text, reading.language), [reading]);
  if (!english) {
    const named = reading.language === null ? null : languageName(reading.language, language);
    return (
      <SidePanel title={t('document.hints.title')}>
        <Message kind="note">
          {named === null
            ? t('document.hints.englishOnly')
            : t('document.hints.englishOnlyNamed', { language: named })}
        </Message>
      </SidePanel>
    );
  }
  return (
    <SidePanel title={t('document.hints.title')}>
      <p className={css['soft']}>{t('document.hints.what')}</p>
      <CheckField
        label={t('document.hints.inText')}
        value={shown}
        onChange={(hintsShown) => useUi.setState({ hintsShown })}
      />
      {hints.length > 1 && (
        <RadioField
          label={t('document.hints.order')}
          value={order}
          inRow
          choices={(['place', 'score'] as const).map((value) => ({
            value,
            text: t(`document.hints.orders.${value}`),
          }))}
          onChange={setOrder}
        />
      )}
      <p className={css['soft']}>{t('document.hints.count', { count: hints.length })}</p>
      <div ref={panel} className={css['within']}>
        <Paged items={ordered ?? []} keyOf={({ sentence }) => String(sentence)} className={css['list']}>
          {(hint) => (
            <HintEntry
              hint={hint}
              words={wordsOf(hint, reading)}
              reader={reader}
              writable={writable}
              current={hint.sentence === current}
            />
          )}
        </Paged>
      </div>
    </SidePanel>
  );
}

const wordsOf = ({ start, end }: Hint, { text, positions }: Reading): string =>
  text.slice(positions.toUnits(start), positions.toUnits(end));

interface HintEntryProps {
  hint: Hint;
  words: string;
  reader: Reader;
  writable: boolean;
  current: boolean;
}

function HintEntry({ hint, words, reader, writable, current }: HintEntryProps) {
  const t = useT();
  return (
    <div className={css['hint']} data-current={current || undefined}>
      <Button
        kind="quiet"
        className={css['entry'] ?? ''}
        aria-current={current}
        onPress={() => reader.goTo(hint.sentence)}
      >
        <span className={css['words']} dir="auto">
          {words}
        </span>
      </Button>
      {/* Opened where the caret is: there the reasons are wanted. */}
      <details key={String(current)} className={css['reasons']} open={current}>
        <summary>{hintLabels(hint, t).join(', ')}</summary>
        <ul>
          {codesOf(hint.reasons).map((code) => (
            <li key={code}>{t(`suggestions.explanations.${code}`)}</li>
          ))}
        </ul>
      </details>
      {hint.claimant !== null && (
        <p className={css['soft']}>
          {t('document.hints.claimant')} <bdi>{hint.claimant}</bdi>
        </p>
      )}
      {writable && (
        <div className={css['ways']}>
          <Button
            aria-label={t('document.hints.acceptNamed', { words })}
            onPress={() => reader.acceptHint(hint)}
          >
            {t('document.hints.accept')}
          </Button>
          <Button
            kind="quiet"
            aria-label={t('document.hints.dismissNamed', { words })}
            onPress={() => reader.dismissHint(hint)}
          >
            {t('document.hints.dismiss')}
          </Button>
        </div>
      )}
    </div>
  );
}
