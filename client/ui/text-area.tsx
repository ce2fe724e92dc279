import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Browsers with `field-sizing` do this by themselves (base.css). */
const grow = (area: HTMLTextAreaElement): void => {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
};

/** Several lines of text; grows with them, so that nothing written is out of sight. */
export const TextArea = (props: JSX.TextareaHTMLAttributes<HTMLTextAreaElement>) => {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (area.current) grow(area.current);
  }, [props.value]);
  return <textarea rows={3} {...props} ref={area} />;
};
