import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'netral' | 'info' | 'berhasil' | 'peringatan' | 'bahaya';

/** A state in colour, sign and word at once; `reader` is what a screen reader says instead of the word. */
export const StatusPill = ({
  tone,
  icon,
  label,
  detail,
  reader,
}: {
  tone: Tone;
  icon: IconName;
  label: string;
  detail?: string | undefined;
  reader?: string | undefined;
}) => (
  <>
    <span class={`status-pill nada-${tone}`}>
      <Icon name={icon} />
      {reader ? (
        <>
          <span aria-hidden="true">{label}</span>
          <span class="sembunyi">{reader}</span>
        </>
      ) : (
        <span>{label}</span>
      )}
    </span>
    {detail && <span class="status-detail">{detail}</span>}
  </>
);

export const Card = ({ children, class: name = '' }: { children?: ComponentChildren; class?: string }) => (
  <div class={`card ${name}`}>{children}</div>
);

type ListRowProps = {
  readonly title: ComponentChildren;
  readonly meta?: ComponentChildren;
  readonly leading?: IconName | undefined;
  readonly trailing?: ComponentChildren;
  readonly href?: string | undefined;
  readonly onClick?: (() => void) | undefined;
};

/** A line of a list: link, button, or plain. */
export const ListRow = ({ title, meta, leading, trailing, href, onClick }: ListRowProps) => {
  const body = (
    <>
      {leading && <Icon name={leading} />}
      <span class="list-row-body">
        <span class="list-row-title">{title}</span>
        {meta && <span class="redup">{meta}</span>}
      </span>
      <span class="list-row-trailing">
        {trailing}
        {(href || onClick) && <Icon name="chevron-right" />}
      </span>
    </>
  );
  if (href)
    return (
      <a class="list-row" href={href}>
        {body}
      </a>
    );
  if (onClick)
    return (
      <button type="button" class="list-row" onClick={onClick}>
        {body}
      </button>
    );
  return <div class="list-row">{body}</div>;
};

/** A headed part of a screen, with at most one thing to do at its right. */
export const Section = ({
  title,
  action,
  children,
}: {
  title: string;
  action?: ComponentChildren;
  children?: ComponentChildren;
}) => (
  <section class="section">
    <header>
      <h2>{title}</h2>
      {action}
    </header>
    {children}
  </section>
);

/** Nothing here, why, and what to do about it. */
export const EmptyState = ({
  text,
  icon,
  actions,
}: {
  text: string;
  icon?: IconName | undefined;
  actions?: ComponentChildren;
}) => (
  <div class="empty-state">
    {icon && <Icon name={icon} />}
    <p>{text}</p>
    {actions && <div class="deret-chip">{actions}</div>}
  </div>
);

const BANNER_ICON: Readonly<Record<Tone, IconName>> = {
  netral: 'info',
  info: 'info',
  berhasil: 'check',
  peringatan: 'triangle-alert',
  bahaya: 'triangle-alert',
};

/** Something to know before going on. */
export const Banner = ({
  tone,
  children,
  action,
}: {
  tone: Tone;
  children?: ComponentChildren;
  action?: ComponentChildren;
}) => (
  <div class={`banner nada-${tone}`}>
    <Icon name={BANNER_ICON[tone]} />
    <div class="banner-text">{children}</div>
    {action}
  </div>
);

const SNACKBAR_MS = 8000;

/** A short message with at most one action; stays 8 seconds, longer while pointed at or focused. */
export const Snackbar = ({
  message,
  action,
  onClose,
  closeLabel,
}: {
  message: string | null;
  action?: { readonly label: string; readonly onClick: () => void } | undefined;
  onClose: () => void;
  closeLabel: string;
}) => {
  const timer = useRef(0);
  const stop = () => clearTimeout(timer.current);
  const start = () => {
    stop();
    timer.current = setTimeout(onClose, SNACKBAR_MS) as unknown as number;
  };
  useEffect(() => {
    if (message !== null) start();
    return stop;
  }, [message, action]);
  return (
    <output role="status">
      {message !== null && (
        <div class="snackbar" onMouseEnter={stop} onMouseLeave={start} onFocusIn={stop} onFocusOut={start}>
          <span>{message}</span>
          {action ? (
            <Button
              kind="teks"
              onClick={() => {
                onClose();
                action.onClick();
              }}
            >
              {action.label}
            </Button>
          ) : (
            <Button kind="teks" icon="x" aria-label={closeLabel} onClick={onClose} />
          )}
        </div>
      )}
    </output>
  );
};

export const ProgressBar = ({ value, max, label }: { value: number; max: number; label: string }) => (
  <progress class="progress-bar" value={value} max={Math.max(1, max)} aria-label={label} />
);

/** One line on where things stand, tappable. */
export const Strip = ({
  tone,
  icon,
  text,
  href,
}: {
  tone: Tone;
  icon: IconName;
  text: string;
  href: string;
}) => (
  <a class={`strip nada-${tone}`} href={href}>
    <Icon name={icon} />
    <span>{text}</span>
  </a>
);

/** A figure with what it counts. */
export const Stat = ({
  value,
  label,
  detail,
  href,
}: {
  value: string;
  label: string;
  detail?: string | undefined;
  href?: string | undefined;
}) => {
  const body = (
    <>
      <b>{value}</b>
      <span>{label}</span>
      {detail && <small class="redup">{detail}</small>}
    </>
  );
  return href ? (
    <a class="stat" href={href}>
      {body}
    </a>
  ) : (
    <div class="stat">{body}</div>
  );
};

const BAR = 4;

/** Tiny bars, one a value; the label says it in words. */
export const Spark = ({ values, label }: { values: readonly number[]; label: string }) => {
  const most = Math.max(1, ...values);
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${Math.max(1, values.length) * BAR} 24`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {values.map((value, i) => {
        const height = value === 0 ? 2 : 4 + (value / most) * 20;
        return (
          <rect
            key={i}
            class={value === 0 ? 'kosong' : undefined}
            x={i * BAR}
            y={24 - height}
            width={BAR - 1}
            height={height}
          />
        );
      })}
    </svg>
  );
};
