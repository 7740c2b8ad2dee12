import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './message.module.css';

/** A sentence or two about what happened. `failed` is spoken at once. */
export function Message({ kind, children }: { kind: 'note' | 'failed'; children: ReactNode }) {
  const Icon = kind === 'failed' ? CircleAlert : Info;
  return (
    <div className={`${css['message']} ${css[kind]}`} role={kind === 'failed' ? 'alert' : undefined}>
      <Icon size={16} aria-hidden className={css['icon']} />
      <div className={css['text']}>{children}</div>
    </div>
  );
}
