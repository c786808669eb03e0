import { initialsOf, personLook } from '../../ui/person-look.ts';
import './presence.css';

/** The initials of somebody, in their colour; whoever they are is said beside it. */
export function Avatar({ name, device }: { readonly name: string; readonly device: number }): React.ReactNode {
  // Drawn by the style sheet: letters of the page would have to be part of what a button is called.
  return <span className={`avatar ${personLook(device)}`} data-initials={initialsOf(name)} aria-hidden />;
}
