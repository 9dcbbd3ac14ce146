import { ends, visible } from '../words/visible';

/** What an agent or a person wrote, as text and only as text. */
export function Said({ text, label }: { text: string; label: string }) {
  const { head, left, tail } = ends(text);
  const unseen = visible(head).concat(visible(tail)).filter((piece) => piece.hidden).length;
  return (
    <>
      {unseen > 0 && (
        <p className="note sm">
          {unseen === 1 ? 'One character' : `${unseen} characters`} in it cannot be seen; {unseen === 1 ? 'it is' : 'they are'} drawn by
          name.
        </p>
      )}
      <pre className="out" tabIndex={0} role="region" aria-label={label}>
        <Pieces text={head} />
        {left > 0 && <span className="left">{`\n… ${new Intl.NumberFormat('en-GB').format(left)} characters are left out here …\n`}</span>}
        <Pieces text={tail} />
      </pre>
    </>
  );
}

function Pieces({ text }: { text: string }) {
  return visible(text).map((piece, at) => (piece.hidden ? <mark key={at}>{piece.text}</mark> : piece.text));
}
