import { Button } from './button.tsx';

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
  readonly onPick: (date: string) => void;
  readonly onPrevious?: () => void;
  readonly onNext?: () => void;
  readonly labels: { readonly previous: string; readonly next: string };
};

/** Weeks of seven, Monday first; empty places before the first day. */
const weeksOf = (days: readonly CalendarDay[]): (CalendarDay | null)[][] => {
  const first = days[0];
  const lead = first ? (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % 7 : 0;
  const cells: (CalendarDay | null)[] = [...Array.from({ length: lead }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) =>
    Array.from({ length: 7 }, (__, k) => cells[i * 7 + k] ?? null),
  );
};

/** A month as a real table; the number stands in every cell, so colour never speaks alone. */
export const Calendar = ({ title, days, weekdays, today, onPick, onPrevious, onNext, labels }: Props) => (
  <div>
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
    <table class="calendar">
      <thead>
        <tr>
          {weekdays.map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, i) => (
          <tr key={i}>
            {week.map((day, k) => (
              <td key={day?.date ?? k}>
                {day && (
                  <button
                    type="button"
                    class={`hari tingkat-${day.level}${day.holiday && day.count === 0 ? ' hari-libur' : ''}${day.date === today ? ' hari-kini' : ''}`}
                    aria-label={day.label}
                    aria-current={day.date === today ? 'date' : undefined}
                    onClick={() => onPick(day.date)}
                  >
                    <span>{Number(day.date.slice(8))}</span>
                    <small>{day.count > 0 ? day.count : day.holiday ? '–' : ' '}</small>
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
