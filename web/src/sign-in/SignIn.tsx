import { useState } from 'react';
import { Field } from '../book/Field';
import { useSignIn } from '../contract/deeds';
import { complaints, refusal } from '../contract/problem';
import { Mark } from '../frame/Masthead';
import { useTitle } from '../frame/title';
import './sign-in.css';

/** The server leads here with it when a sign-in link does not count any more. */
const linkIsSpent = new URLSearchParams(location.search).get('link') === 'spent';

/** Where a key opens the book. The link that the server printed signs in without this page. */
export function SignIn() {
  const [key, setKey] = useState('');
  const signIn = useSignIn();
  useTitle('Sign in');
  const wrong = signIn.error ? complaints(signIn.error, { key: ['/key'] }) : undefined;
  const refused = refusal(signIn.error).status === 401 ? 'No such key is known here, or it was revoked.' : wrong?.rest;
  return (
    <>
      <header className="mast">
        <span className="brand">
          <Mark />
          Carillon
        </span>
      </header>
      <main className="one sign-in">
        <h1 className="voice">
          The book is closed. <span className="q">A key opens it.</span>
        </h1>
        {linkIsSpent && <p className="note gap-s">This link was used before, or it is too old. A key works as often as you like.</p>}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            signIn.mutate(key.trim());
          }}
        >
          <Field name="API key" wrong={wrong?.at.key ?? (signIn.error ? refused : undefined)} hint="It begins with crl_ and stays in no storage of this browser.">
            {(control) => (
              <input
                className="in mono"
                type="password"
                autoComplete="current-password"
                autoFocus
                required
                maxLength={255}
                value={key}
                onChange={(event) => {
                  setKey(event.target.value);
                  if (signIn.error) signIn.reset();
                }}
                {...control}
              />
            )}
          </Field>
          <div className="acts">
            <button type="submit" className="btn first" disabled={signIn.isPending}>
              Sign in <kbd>↵</kbd>
            </button>
          </div>
        </form>
        <p className="say-15 q">
          On its first start the server printed a key and a link. The link signs you in by itself, once; after that, or if it is too old, paste the
          key. Both are in the terminal in which <span className="mono">./carillon server</span> runs.
        </p>
      </main>
    </>
  );
}
