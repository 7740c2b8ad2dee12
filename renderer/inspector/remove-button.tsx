import type { RemovableKind } from '../../shared/commands/remove.ts';
import { runHere } from '../frame/actions.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';

/** Moves a record to the trash. */
export function RemoveButton({ kind, id, label }: { kind: RemovableKind; id: string; label: string }) {
  const t = useT();
  return (
    <Button kind="quiet" aria-label={label} onPress={() => void runHere(t, { type: 'remove', kind, id })}>
      {t('inspector.remove')}
    </Button>
  );
}
