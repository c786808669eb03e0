import { useEffect, useRef } from 'react';

/** Why something could not be done, read out at once and brought into view. */
export function ErrorText({ text }: { readonly text: string | null }): React.ReactNode {
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  if (text === null) return null;
  return (
    <p ref={element} role="alert" className="error-text">
      {text}
    </p>
  );
}
