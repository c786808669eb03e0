import { ListLayout } from 'react-aria-components';

/**
 * The layout of a list that grows to its full height and is scrolled by what it stands in. The
 * library virtualises such a list, but where something is let go it adds how far the list is
 * scrolled to a place that is already counted from the top of the list.
 */
export class OutlineLayout<T> extends ListLayout<T> {
  override getDropTargetFromPoint(
    ...[x, y, isValid]: Parameters<ListLayout<T>['getDropTargetFromPoint']>
  ): ReturnType<ListLayout<T>['getDropTargetFromPoint']> {
    const scrolled = this.virtualizer?.visibleRect;
    return super.getDropTargetFromPoint(x - (scrolled?.x ?? 0), y - (scrolled?.y ?? 0), isValid);
  }
}
