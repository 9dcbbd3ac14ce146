import { Link, useLocation } from 'wouter';
import { useEverySecond } from '../clock/clock';
import { useZone } from '../clock/zone';
import { Glyph } from '../book/Glyph';
import { useBadge } from '../live/stream';
import { clock, clockSeconds } from '../words/time';
import { nextTheme, useTheme, type Theme } from './theme';
import { Zones } from './Zones';

const PAGES = [
  { to: '/schedules', name: 'Schedules', icon: <path d="M2 4h12M2 8h12M2 12h8" /> },
  { to: '/runs', name: 'Runs', icon: <path d="M5 3.5l7 4.5-7 4.5z" /> },
];

/** Brand, pages, whether it is live, the time and its zone, the theme. */
export function Masthead() {
  const zone = useZone();
  const time = useEverySecond((now) => clockSeconds(now, zone));
  return (
    <header className="mast">
      <Link className="brand" href="/schedules">
        <Mark />
        Carillon
      </Link>
      <Pages className="nav" />
      <div className="tools">
        <LiveBadge />
        <button type="button" className="tool zone" popoverTarget="zones" title="Switch the zone of every time on this page">
          <b>{time}</b> <span className="name">{zone}</span>
        </button>
        <ThemeButton />
      </div>
      <Zones />
    </header>
  );
}

/** The same pages at the bottom of a narrow screen. */
export function Tabs() {
  return <Pages className="tabbar" icons />;
}

function Pages({ className, icons = false }: { className: string; icons?: boolean }) {
  const [location] = useLocation();
  return (
    <nav className={className} aria-label="Pages">
      {PAGES.map(({ to, name, icon }) => (
        <Link key={to} href={to} aria-current={location.startsWith(to) ? 'page' : undefined}>
          {icons && (
            <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
              {icon}
            </svg>
          )}
          {name}
        </Link>
      ))}
    </nav>
  );
}

function LiveBadge() {
  const badge = useBadge();
  const zone = useZone();
  if (badge.kind === 'live' || badge.kind === 'opening' || badge.kind === 'resting') {
    const live = badge.kind === 'live';
    // While it opens the badge claims nothing; that it was live a moment ago fades only when opening takes longer than usual.
    return (
      <span className={live ? 'tool live' : 'tool live opening'} role="status" title={live ? 'Events arrive as they happen' : 'Opening'}>
        <span className="dot" aria-hidden="true" />
        <span className="word">Live</span>
      </span>
    );
  }
  const since = clock(Math.floor(badge.since / 60_000) * 60_000, zone);
  return (
    <span
      className={`tool live ${badge.kind}`}
      role="status"
      title={`No events since ${clockSeconds(badge.since, zone)}. What you see may have changed.`}
    >
      <Glyph shape={badge.kind === 'stale' ? 'missed' : 'running'} spin={badge.kind !== 'stale'} />
      <span className="word">{badge.kind === 'stale' ? `Stale since ${since}` : 'Reconnecting'}</span>
    </span>
  );
}

const THEMES: Record<Theme, { says: string; fill: string }> = {
  system: { says: 'as the system', fill: 'M7 2a5 5 0 0 1 0 10z' },
  light: { says: 'light', fill: '' },
  dark: { says: 'dark', fill: 'M7 2a5 5 0 0 1 0 10 5 5 0 0 1 0-10z' },
};

function ThemeButton() {
  const { says, fill } = THEMES[useTheme()];
  return (
    <button type="button" className="tool" onClick={nextTheme} aria-label={`Theme: ${says}`} title={`Theme: ${says}`}>
      <svg className="g" viewBox="0 0 14 14" aria-hidden="true">
        <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <path d={fill} fill="currentColor" />
      </svg>
    </button>
  );
}

export function Mark() {
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M3 3v13M8 3v7M13 3v10M18 3v4" stroke="currentColor" strokeWidth="2.2" />
    </svg>
  );
}
