/** Why something could not be done, read out at once. */
export function ErrorText({ text }: { readonly text: string | null }): React.ReactNode {
  if (text === null) return null;
  return (
    <p role="alert" className="error-text">
      {text}
    </p>
  );
}
