import { createStore, useStore } from 'zustand';

const announcements = createStore<{ readonly text: string; readonly serial: number }>()(() => ({
  text: '',
  serial: 0,
}));

/** Says something to those who listen rather than look. */
export function announce(text: string): void {
  announcements.setState(({ serial }) => ({ text, serial: serial + 1 }));
}

/** The place from which announcements are read out; dialogs do not silence it. */
export function Announcer(): React.ReactNode {
  const { text, serial } = useStore(announcements);
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-relevant="additions" data-live-announcer="true">
      <p key={serial}>{text}</p>
    </div>
  );
}
