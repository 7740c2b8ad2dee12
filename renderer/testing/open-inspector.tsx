import { screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { openWindow, type OpenWindow } from './open-window.tsx';

/** A part of the inspector, as the inspector draws it. */
type Part = ComponentType<{ details: AllegationDetails; writable: boolean }>;

/**
 * Opens a window that shows only these parts of the inspector, of whichever allegation is selected, beginning with
 * `id`. The whole inspector takes several times as long to draw.
 */
export async function openInspector(
  bridge: FakeBridge,
  id: string,
  parts: () => Promise<readonly Part[]>,
): Promise<OpenWindow> {
  const opened = await openWindow(bridge, async () => {
    const loaded = await parts();
    const { useWindow } = await import('../store.ts');
    const { useDetails } = await import('../inspector/use-details.ts');
    const Selected = ({ of }: { of: string }) => {
      const details = useDetails(of);
      const writable = useWindow((state) => state.loaded?.readOnly === null);
      if (!details) return null;
      return (
        <>
          <h2>{details.row.ref}</h2>
          {loaded.map((One, index) => (
            <One key={index} details={details} writable={writable} />
          ))}
        </>
      );
    };
    return () => {
      const selectedId = useWindow((state) => state.selectedId);
      return selectedId === null ? null : <Selected key={selectedId} of={selectedId} />;
    };
  });
  opened.store.select(id);
  await screen.findByRole('heading', { level: 2 });
  return opened;
}
