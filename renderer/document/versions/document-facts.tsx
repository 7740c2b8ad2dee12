import { useState, type ReactNode } from 'react';
import type { DocumentView } from '../../../shared/queries/document-view.ts';
import { api } from '../../api.ts';
import { fileSentence } from '../../failure.ts';
import { useNames } from '../../inspector/use-names.ts';
import { useWindow } from '../../store.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { useLanguage, useT } from '../../ui/words.tsx';
import { openDialog } from '../../ui-state.ts';
import { dayAndClock } from '../../when.ts';
import { LanguageField } from './language-field.tsx';
import { languageName } from './languages.ts';
import css from './versions.module.css';

/** What is known of a document beside its words, and the ways to its other versions. */
export function DocumentFacts({ view }: { view: DocumentView }) {
  const t = useT();
  const language = useLanguage();
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const { document, versions } = view;
  const { format, extractor, encoding, pages, exhibitId, fileName, sha256, addedAt } = document;
  const known = (value: string | null): string => value ?? t('versions.facts.unknown');
  return (
    <section className={css['facts']} aria-label={t('versions.facts.title')}>
      <h3>{t('versions.facts.title')}</h3>
      <dl>
        <Fact name="file">
          <bdi>{fileName ?? t('document.pasted')}</bdi>
        </Fact>
        <Fact name="format">{t(`versions.formatNames.${format}`)}</Fact>
        {extractor && (
          <Fact name="extractor">
            {t('versions.facts.extractorOf', { name: extractor.name, version: extractor.version })}
          </Fact>
        )}
        {encoding !== null && <Fact name="encoding">{encoding}</Fact>}
        {pages.length > 0 && <Fact name="pages">{pages.length.toLocaleString(language)}</Fact>}
        {!writable && (
          <Fact name="language">{known(document.language && languageName(document.language, language))}</Fact>
        )}
        <Fact name="added">{dayAndClock(addedAt, language)}</Fact>
        <Fact name="sha256">
          <code>{sha256}</code>
        </Fact>
        {exhibitId !== null && <Original exhibitId={exhibitId} />}
        {versions.length > 1 && (
          <Fact name="version">
            <VersionOf view={view} />
          </Fact>
        )}
      </dl>
      {writable && <LanguageField key={document.id} document={document} />}
      <div className={css['ways']}>
        {versions.length > 1 && (
          <Button onPress={() => openDialog('versions')}>{t('versions.compare')}</Button>
        )}
        {writable && (
          <Button onPress={() => openDialog('add-version')}>{t('menu.actions.add-version')}</Button>
        )}
      </div>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const t = useT();
  return (
    <div>
      <dt>{t(`versions.facts.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Which of all versions this is. */
function VersionOf({ view: { document, versions } }: { view: DocumentView }) {
  const t = useT();
  const language = useLanguage();
  return t('versions.which', {
    number: versions.findIndex(({ id }) => id === document.id) + 1,
    count: versions.length,
    when: dayAndClock(document.addedAt, language),
  });
}

/** The file it was read from, which is kept as an exhibit. */
function Original({ exhibitId }: { exhibitId: string }) {
  const t = useT();
  const number = useNames().exhibits.find(({ id }) => id === exhibitId)?.number;
  const [problem, setProblem] = useState<string>();
  if (number === undefined) return null;
  const open = async (): Promise<void> => {
    const answer = await api.openExhibit({ id: exhibitId });
    setProblem(answer.ok ? undefined : fileSentence(answer.error, t));
  };
  return (
    <Fact name="original">
      {t('versions.facts.exhibit', { number })}{' '}
      <Button
        kind="quiet"
        className={css['inline'] ?? ''}
        aria-label={t('versions.facts.openNamed', { number })}
        onPress={() => void open()}
      >
        {t('exhibits.open')}
      </Button>
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Fact>
  );
}
