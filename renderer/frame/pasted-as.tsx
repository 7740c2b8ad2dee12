import { Button } from '../ui/button.tsx';
import { RadioField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { structuresIn, type Rich } from './rich-paste.ts';

interface PastedAsProps {
  /** What was pasted with its formatting; null when nothing was. */
  rich: Rich | null;
  /** What stands in the field now. */
  text: string;
  onChoose: (keep: boolean) => void;
  /** Puts back into the field what was pasted. */
  onBack: () => void;
}

/** Whether what was pasted keeps its formatting. Words that were changed since have none. */
export function PastedAs({ rich, text, onChoose, onBack }: PastedAsProps) {
  const t = useT();
  const language = useLanguage();
  const edited = rich !== null && text !== rich.text;
  const structures = structuresIn(rich?.html ?? '').map((name) => t(`versions.structures.${name}`));
  const says = t('versions.pastedWith', { structures: new Intl.ListFormat(language).format(structures) });
  return (
    <>
      {/* The announcer of the window is silent while a dialog stands before it. */}
      <div className="unseen" role="status">
        {rich && !edited && says}
        {edited && t('versions.pastedEdited')}
      </div>
      {rich && !edited && (
        <RadioField
          label={says}
          value={rich.keep ? 'keep' : 'plain'}
          choices={[
            { value: 'keep', text: t('versions.keepFormatting') },
            { value: 'plain', text: t('versions.plainText') },
          ]}
          inRow
          onChange={(choice) => onChoose(choice === 'keep')}
        />
      )}
      {edited && (
        <Message kind="note">
          <span>{t('versions.pastedEdited')}</span>{' '}
          <Button kind="quiet" onPress={onBack}>
            {t('versions.pastedBack')}
          </Button>
        </Message>
      )}
    </>
  );
}
