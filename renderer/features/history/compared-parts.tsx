import type { TextPart } from '../../../shared/domain/comparison/comparison.ts';

/** Words, those that came underlined and those that went struck through. */
export function ComparedParts({ parts }: { readonly parts: readonly TextPart[] }): React.ReactNode {
  return parts.map(({ change, place, text }, index) => {
    // Parts have nothing but their place to be told apart by.
    const key = `${index}`;
    const className = place === 'text' ? undefined : `compared-${place}`;
    if (change === 'added') {
      return (
        <ins key={key} className={className}>
          {text}
        </ins>
      );
    }
    if (change === 'removed') {
      return (
        <del key={key} className={className}>
          {text}
        </del>
      );
    }
    return (
      <span key={key} className={className}>
        {text}
      </span>
    );
  });
}
