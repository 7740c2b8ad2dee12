import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { tellProblem, useUi } from '../ui-state.ts';
import css from './frame.module.css';

/** What went wrong last with something that has no form of its own; it stays until it is put away or overtaken. */
export function Problem() {
  const t = useT();
  const problem = useUi((state) => state.problem);
  if (problem === null) return null;
  return (
    <div className={css['problem']}>
      <Message kind="failed">{problem}</Message>
      <Button kind="quiet" onPress={() => tellProblem(null)}>
        {t('frame.putAway')}
      </Button>
    </div>
  );
}
