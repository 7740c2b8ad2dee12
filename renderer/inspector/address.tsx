import { api } from '../api.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import css from './inspector.module.css';

/** An address, shown in full. Stet opens no connection: the browser may, after the person was asked. */
export function Address({ address }: { address: string }) {
  const t = useT();
  const open = async (): Promise<void> => {
    if ((await api.openAddress({ address })) === 'refused') announce(t('inspector.addressRefused'));
  };
  if (!/^(https:|mailto:)/iu.test(address)) return <p className={css['address']}>{address}</p>;
  return (
    <Button kind="quiet" className={css['address'] ?? ''} onPress={() => void open()}>
      {address}
    </Button>
  );
}
