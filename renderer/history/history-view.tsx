import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { faultSentence, historySentence } from '../../shared/messages/sentences.ts';
import type { HistoryLine } from '../../shared/queries/history.ts';
import type { Verdict } from '../../shared/answers.ts';
import { api } from '../api.ts';
import { select, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { CheckField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { useUi } from '../ui-state.ts';
import { clock, day, dayKey } from '../when.ts';
import css from './history.module.css';
import { useHistory } from './use-history.ts';

/** Who did what, when, in sentences, newest first. */
export function HistoryView() {
  const t = useT();
  const selected = useWindow(({ rows, selectedId }) =>
    selectedId === null ? undefined : rows.get(selectedId),
  );
  const [onlySelected, setOnlySelected] = useState(false);
  const { lines, more } = useHistory(onlySelected ? (selected?.id ?? null) : null);
  return (
    <div className={css['page']}>
      <header className={css['bar']}>
        <h2>{t('historyView.title')}</h2>
        {selected && (
          <CheckField
            label={t('historyView.only', { ref: selected.ref })}
            value={onlySelected}
            onChange={setOnlySelected}
          />
        )}
        <Verify />
      </header>
      <Lines lines={lines} more={more} />
    </div>
  );
}

function Verify() {
  const t = useT();
  const asked = useUi((ui) => ui.verifyAsked);
  const verdict = useWindow((state) => state.verdict);
  const head = useWindow(({ overview }) => overview?.head);
  const [busy, setBusy] = useState(false);
  const [own, setOwn] = useState<Verdict | null>(null);
  const verify = async (): Promise<void> => {
    setBusy(true);
    // The verdict on the history is told to every window on the case; the files were looked at for this one.
    setOwn(await api.verify(undefined));
    setBusy(false);
  };
  useEffect(() => {
    if (!asked) return;
    useUi.setState({ verifyAsked: false });
    void verify();
    // Asked once, whatever is verified then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked]);
  return (
    <>
      <Button onPress={() => void verify()} isDisabled={busy}>
        {t('menu.actions.verify')}
      </Button>
      <div className={css['verdict']} role="status">
        {busy
          ? t('historyView.verifying')
          : verdict && <Found verdict={verdict} current={verdict.head === head} />}
        {!busy && own?.exhibits && <FoundFiles exhibits={own.exhibits} current={own.head === head} />}
      </div>
    </>
  );
}

/** What verifying found. That all holds is said only of the case as it stands; a fault stays one. */
function Found({ verdict, current }: { verdict: Verdict; current: boolean }) {
  const t = useT();
  const { fault, events, head } = verdict;
  if (fault)
    return (
      <Message kind="failed">{t('historyView.doesNotHold', { fault: faultSentence(fault, t) })}</Message>
    );
  if (!current) return null;
  return (
    <Message kind="note">
      {t('historyView.holds', { count: events })} <code>{head}</code>
    </Message>
  );
}

interface FoundFilesProps {
  exhibits: NonNullable<Verdict['exhibits']>;
  current: boolean;
}

/** How the files of the exhibits are, told as the verdict on the history is. */
function FoundFiles({ exhibits, current }: FoundFilesProps) {
  const t = useT();
  const { checked, missing, altered } = exhibits;
  if (missing + altered > 0)
    return <Message kind="failed">{t('historyView.exhibitsWrong', { checked, missing, altered })}</Message>;
  if (!current || checked === 0) return null;
  return <Message kind="note">{t('historyView.exhibitsHold', { count: checked })}</Message>;
}

type Entry = { heading: string; key: string } | { line: HistoryLine; key: string };

/** Lines with a heading for each day. */
function entriesOf(lines: readonly HistoryLine[], language: string): Entry[] {
  const entries: Entry[] = [];
  let last = '';
  for (const line of lines) {
    const key = dayKey(line.at);
    if (key !== last) entries.push({ heading: day(line.at, language), key: `day:${key}:${line.id}` });
    last = key;
    entries.push({ line, key: line.id });
  }
  return entries;
}

function Lines({ lines, more }: { lines: readonly HistoryLine[]; more: () => void }) {
  const t = useT();
  const language = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => entriesOf(lines, language), [lines, language]);
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 12,
    initialRect: { width: 640, height: 900 },
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= entries.length - 1) more();
  }, [lastShown, entries.length, more]);
  return (
    // A place that scrolls must be reachable for the keyboard (axe: scrollable-region-focusable).
    <div
      ref={scroller}
      className={css['scroll']}
      data-first-focus
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={t('historyView.title')}
    >
      <div role="list" className={css['list']} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const entry = entries[index];
          if (!entry) return null;
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={css['entry']}
              style={{ transform: `translateY(${start}px)` }}
              role="listitem"
            >
              {'heading' in entry ? (
                <h3 className={css['day']}>{entry.heading}</h3>
              ) : (
                <Line line={entry.line} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Line({ line }: { line: HistoryLine }) {
  const t = useT();
  const language = useLanguage();
  const { allegationId, at, by, undone } = line;
  const there = useWindow(({ rows }) => allegationId !== null && rows.has(allegationId));
  return (
    <div className={css['line']} data-undone={undone || undefined}>
      <time dateTime={at}>{clock(at, language)}</time>
      <p>
        <bdi className={css['sentence']}>{historySentence(line, t)}</bdi>{' '}
        <span className={css['soft']}>
          {by || t('frame.unnamed')}
          {undone && ` · ${t('historyView.undone')}`}
        </span>
      </p>
      {there && (
        <Button kind="quiet" onPress={() => select(allegationId)}>
          {t('historyView.show')}
        </Button>
      )}
    </div>
  );
}
