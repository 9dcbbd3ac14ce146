import { useRef, useState } from 'react';

/** Copies a text. On plain HTTP the clipboard is closed to pages, so the text is selected and copied the old way. */
export function Copy({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [said, say] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const copy = async () => {
    const done = await copied(text);
    say(done ? 'Copied' : 'Select it and copy it yourself');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => say(''), 2500);
  };
  return (
    <button type="button" className="link sm" onClick={() => void copy()}>
      <span role="status">{said || label}</span>
    </button>
  );
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByCommand(text);
  }
}

function copiedByCommand(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'vh';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } finally {
    area.remove();
  }
}
