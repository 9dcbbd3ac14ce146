import { Component, type ReactNode } from 'react';

/** A screen that fails says so; the masthead stays, and so does everything else. */
export class Guard extends Component<{ children: ReactNode }, { failure: Error | undefined }> {
  override state: { failure: Error | undefined } = { failure: undefined };

  static getDerivedStateFromError(failure: Error) {
    return { failure };
  }

  override render() {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return (
      <main className="one">
        <div className="trouble" role="alert">
          <h1 className="title">This page failed, the server did not.</h1>
          <p className="say-15 q">What was scheduled goes on. Load the page again; if it fails again, this is what to report:</p>
          <pre className="out">{failure.message}</pre>
          <div className="acts">
            <button type="button" className="btn" onClick={() => location.reload()}>
              Load again
            </button>
          </div>
        </div>
      </main>
    );
  }
}
