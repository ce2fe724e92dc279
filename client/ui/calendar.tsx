import { Button } from './button.tsx';
import './calendar.css';

/** One day of a month: how much there is (0 to 4), how many, and the words for a screen reader. */
export type CalendarDay = {
  readonly date: string;
  readonly level: number;
  readonly count: number;
  readonly holiday?: string;
  readonly label: string;
};

type Props = {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly title: string;
  readonly days: readonly CalendarDay[];
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  readonly today?: string;
  /** The day that is open. */
  readonly picked?: string | undefined;
  readonly onPick: (date: string) => void;
  readonly onPrevious?: () => void;
  readonly onNext?: () => void;
  readonly labels: { readonly previous: string; readonly next: string };
};

const WEEK = 7;

/** Weeks of seven, Monday first; empty places before the first day. */
const weeksOf = (days: readonly CalendarDay[]): (CalendarDay | null)[][] => {
  const first = days[0];
  const lead = first ? (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % WEEK : 0;
  const cells: (CalendarDay | null)[] = [...Array.from({ length: lead }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / WEEK) }, (_, i) =>
    Array.from({ length: WEEK }, (__, k) => cells[i * WEEK + k] ?? null),
  );
};

type DayProps = { readonly day: CalendarDay } & Pick<Props, 'today' | 'picked' | 'onPick'>;

const Day = ({ day: { date, level, count, holiday, label }, today, picked, onPick }: DayProps) => {
  const later = today !== undefined && date > today;
  const figure = count === 0 && (holiday ? '–' : later ? '' : '0');
  const look = [
    `hari tingkat-${level}`,
    later && count === 0 && 'hari-nanti',
    holiday && count === 0 && 'hari-libur',
    date === today && 'hari-kini',
    date === picked && 'hari-pilih',
  ];
  return (
    <button
      type="button"
      class={look.filter(Boolean).join(' ')}
      aria-current={date === today ? 'date' : undefined}
      onClick={() => onPick(date)}
    >
      <span aria-hidden="true">{Number(date.slice(-2))}</span>
      <b aria-hidden="true">{figure === false ? count : figure}</b>
      <span class="sembunyi">{label}</span>
    </button>
  );
};

const Head = ({ title, onPrevious, onNext, labels }: Props) => (
  <div class="calendar-head">
    <Button
      kind="teks"
      icon="chevron-left"
      aria-label={labels.previous}
      disabled={!onPrevious}
      onClick={() => onPrevious?.()}
    />
    <h2 aria-live="polite">{title}</h2>
    <Button
      kind="teks"
      icon="chevron-right"
      aria-label={labels.next}
      disabled={!onNext}
      onClick={() => onNext?.()}
    />
  </div>
);

/** A month as a real table; the number stands in every cell, so colour never speaks alone. */
export const Calendar = (props: Props) => (
  <div>
    <Head {...props} />
    <table class="calendar" aria-label={props.title}>
      <thead>
        <tr>
          {props.weekdays.map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(props.days).map((week, i) => (
          <tr key={`${props.month}-${i}`}>
            {week.map((day, k) => (
              <td key={day?.date ?? k}>{day && <Day {...props} day={day} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
