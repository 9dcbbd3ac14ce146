import { exactUsd, inColumn, type Cost } from '../words/money';

const WHERE_FROM = {
  reported: 'Reported by the target',
  estimated: 'Estimated from its tokens',
  unknown: 'Unknown: the target reported no cost',
};

/** An amount in a column whose points stand under each other. */
export function Money({ cost, decimals }: { cost: Cost; decimals: number }) {
  const figure = inColumn(cost, decimals);
  const exact = cost.source === 'unknown' ? '' : `${exactUsd(cost.usd)}. `;
  return (
    <span className={`m ${figure.kind}`} title={`${exact}${WHERE_FROM[figure.kind]}`}>
      <span className="fig" aria-hidden={figure.kind === 'unknown'}>
        {figure.text}
      </span>
      {figure.kind === 'unknown' && <span className="vh">unknown</span>}
      {figure.pad && (
        <span className="pad" aria-hidden="true">
          {figure.pad}
        </span>
      )}
    </span>
  );
}
