import { Component, type ErrorInfo, type ReactNode } from 'react';
import i18next from 'i18next';
import { FailurePage } from './failure-page.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** Says what is safe when a part of the window has failed. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('The window failed.', error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <FailurePage
        title={i18next.t('error.title')}
        sentence={i18next.t('error.unexpected')}
        detail={error.message}
        action="reload"
      />
    );
  }
}
