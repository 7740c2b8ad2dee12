import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { focusView } from '../ui/focus-view.ts';
import { useT } from '../ui/words.tsx';
import { useUi } from '../ui-state.ts';
import css from './side-panel.module.css';

/** What stands beside the text where there is room, or else below it. It can be put away. */
export function SidePanel({ title, children }: { title: string; children: ReactNode }) {
  const t = useT();
  const headingId = useId();
  return (
    <section className={css['side']} aria-labelledby={headingId} data-panel>
      <header className={css['head']}>
        <h2 id={headingId}>{title}</h2>
        <Button
          kind="quiet"
          aria-label={t('frame.putAway')}
          onPress={() => {
            useUi.setState({ sidePanel: null });
            focusView();
          }}
        >
          <X size={16} aria-hidden />
        </Button>
      </header>
      {children}
    </section>
  );
}
