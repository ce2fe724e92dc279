import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

/** More things to do, behind one button. Escape, a tap elsewhere, or a choice closes it. */
export const Menu = ({
  label,
  icon = 'more',
  children,
}: {
  label: string;
  icon?: IconName;
  children?: ComponentChildren;
}) => {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      if (event.target instanceof Node && details.contains(event.target) && event.type === 'pointerdown')
        return;
      details.open = false;
      if (event.type === 'keydown') details.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  const shut = () => {
    if (box.current) box.current.open = false;
  };
  return (
    <details class="menu" ref={box}>
      <summary aria-label={label}>
        <Icon name={icon} />
      </summary>
      <div onClick={shut}>{children}</div>
    </details>
  );
};
