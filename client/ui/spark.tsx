import './spark.css';

/** Measures of the drawing: room of a bar, height of all, height of an empty and of the lowest bar. */
const ROOM = 4;
const HIGH = 24;
const EMPTY = 2;
const LEAST = 4;

type Props = { readonly values: readonly number[]; readonly label: string };

/** Tiny bars, one a value; the label says it in words. */
export const Spark = ({ values, label }: Props) => {
  const most = Math.max(1, ...values);
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${Math.max(1, values.length) * ROOM} ${HIGH}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {values.map((value, i) => {
        const height = value <= 0 ? EMPTY : LEAST + (value / most) * (HIGH - LEAST);
        return (
          <rect
            key={i}
            class={value <= 0 ? 'kosong' : undefined}
            x={i * ROOM}
            y={HIGH - height}
            width={ROOM - 1}
            height={height}
          />
        );
      })}
    </svg>
  );
};
