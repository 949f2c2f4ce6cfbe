import { Component, type ReactNode } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import { CallFailure } from '#renderer/rpc/engine.ts';
import { FailureNotice } from './notices.tsx';

type Props = { readonly children: ReactNode; readonly quiet?: boolean };
type State = { readonly failure: Failure | null };

/** Shows the sentence of a query that failed in place of its screen. React offers this to classes only. */
export class FailureBoundary extends Component<Props, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: error instanceof CallFailure ? error.failure : { code: 'internal-error' } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return this.props.quiet === true ? null : (
      <div className="page">
        <FailureNotice failure={failure} />
      </div>
    );
  }
}
