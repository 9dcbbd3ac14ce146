import { Link } from 'wouter';
import { dismiss, useNotice } from './notice';

/** What was just done, above the footer. */
export function Toast() {
  const notice = useNotice();
  return (
    <div role="status" aria-live="polite">
      {notice && (
        <div className={`toast ${notice.failed ? 'failed' : ''}`}>
          <span className="grow">{notice.text}</span>
          {notice.link && (
            <Link className="link nw" href={notice.link.to} onClick={dismiss}>
              {notice.link.text}
            </Link>
          )}
          <button type="button" className="btn plain" onClick={dismiss} aria-label="Close this notice">
            ×
          </button>
        </div>
      )}
    </div>
  );
}
