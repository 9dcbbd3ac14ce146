import { useId, type ReactNode } from 'react';
import { Glyph } from './Glyph';

/** A field with its name above, what is wrong below, and both tied to it for screen readers. */
export function Field({
  name,
  hint,
  wrong,
  children,
}: {
  name: string;
  hint?: ReactNode;
  wrong?: string | undefined;
  children: (control: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }) => ReactNode;
}) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {children({ id, 'aria-invalid': wrong !== undefined, 'aria-describedby': described || undefined })}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          <Glyph shape="failed" />
          <span>{wrong}</span>
        </p>
      )}
      {hint !== undefined && (
        <div className="hint f sm" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
