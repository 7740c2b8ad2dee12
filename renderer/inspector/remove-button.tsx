import { runHere } from '../frame/actions.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';

/** Moves a part of an allegation to the trash. */
export function RemoveButton(props: {
  kind: 'evidence' | 'responses' | 'passages';
  id: string;
  label: string;
}) {
  const { kind, id, label } = props;
  const t = useT();
  return (
    <Button kind="quiet" aria-label={label} onPress={() => void runHere(t, { type: 'remove', kind, id })}>
      {t('inspector.remove')}
    </Button>
  );
}
