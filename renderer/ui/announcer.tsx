import { create } from 'zustand';

const useSpoken = create<{ text: string; count: number }>(() => ({ text: '', count: 0 }));

/** Says something to people who do not see the screen, once, without moving the focus. */
export function announce(text: string): void {
  useSpoken.setState(({ count }) => ({ text, count: count + 1 }));
}

/** Where announcements are spoken from; once per window. */
export function Announcer() {
  const { text, count } = useSpoken();
  return (
    // React Aria hides all else while a dialog is open; of what is done in a dialog nothing would be heard.
    <div className="unseen" role="status" aria-live="polite" data-live-announcer="true">
      {/* The same words again are news again. */}
      <span key={count}>{text}</span>
    </div>
  );
}
