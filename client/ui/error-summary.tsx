import { useEffect, useRef } from 'preact/hooks';

/** All faults of a form on top, each a link to its field; takes the focus when faults appear. */
export const ErrorSummary = ({
  title,
  errors,
}: {
  title: string;
  errors: readonly { readonly id: string; readonly text: string }[];
}) => {
  const box = useRef<HTMLDivElement>(null);
  const key = errors.map(({ id, text }) => id + text).join('|');
  useEffect(() => {
    if (key) box.current?.focus();
  }, [key]);
  if (errors.length === 0) return null;
  const go = (event: Event, id: string) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <b>{title}</b>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={id + text}>
            <a href={`#${id}`} onClick={(event) => go(event, id)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
